import type { Content, ReadService } from '../../read/index.ts';
import { isPublished, problemAt, type Rule } from '../rule.ts';
import { locationsOf, phonesOf } from '../parts.ts';

/** Whether a person can reach the service itself: a number, an address to write to, a page, or a door to walk in by. */
function hasOwnContact({ record }: ReadService): boolean {
	if (phonesOf(record).length > 0) return true;
	if ((record.emails ?? []).length > 0 || (record.urls ?? []).length > 0) return true;
	const walkIn = record.access.ways.includes('walk-in');
	return walkIn && locationsOf(record).some(({ value }) => value.address_1 !== undefined && !value.confidential);
}

/** Whether a person can reach it by itself or through another published service. */
function isReachable(service: ReadService, content: Content): boolean {
	if (hasOwnContact(service)) return true;
	const through = service.record.access.through ?? [];
	return content.services.some(
		(other) => through.includes(other.record.id) && isPublished(other.record) && hasOwnContact(other)
	);
}

/** A published service that nobody can reach would waste the one try that a person has. */
export const usableContact: Rule = (content) =>
	content.services
		.filter((service) => isPublished(service.record) && !isReachable(service, content))
		.map((service) =>
			problemAt(service, ['listing'], {
				level: 'error',
				rule: 'no-contact',
				message: `"${service.record.id}" is ${service.record.listing} and gives no way to reach it`,
				mend: 'Give a phone, e-mail, web page, a walk-in address, or "through" a published service; or make it a draft.'
			})
		);
