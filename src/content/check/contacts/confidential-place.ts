import { isPublished, problemAt, type Rule } from '../rule.ts';
import { locationsOf } from '../parts.ts';

/** What could lead somebody to the door of a refuge. */
const TELLING = ['address_1', 'postal_code', 'latitude', 'longitude', 'directions', 'name'] as const;

const REFUGE = /\brefuges?\b/i;

/** A confidential place has a town and nothing more; a refuge is confidential. */
export const confidentialPlace: Rule = (content) =>
	content.services.flatMap((service) => {
		const { record } = service;
		const refuge = isPublished(record) && REFUGE.test(`${record.name} ${record.description}`);
		return locationsOf(record).flatMap(({ value, path }) => {
			const shown = TELLING.filter((field) => value[field] !== undefined);
			if (value.confidential) {
				return shown.map((field) =>
					problemAt(service, [...path, field], {
						level: 'error',
						rule: 'confidential-address',
						message: `this place is confidential, and "${field}" would give it away`,
						mend: `Take "${field}" out. Even the file must not hold it: content is public.`
					})
				);
			}
			if (!refuge || value.address_1 === undefined) return [];
			return problemAt(service, [...path, 'address_1'], {
				level: 'warning',
				rule: 'refuge-address',
				message: 'this looks like a refuge with an address',
				mend: 'If it is the refuge itself, write "confidential: true" and take the address out. If it is an office, leave it.'
			});
		});
	});
