import { parsePhoneNumberFromString, type NumberType } from 'libphonenumber-js/max';
import { problemAt, type Rule } from '../rule.ts';
import { phonesOf } from '../parts.ts';

/** Kinds of numbers that cost more than a call to a house (084, 087, 09, 070). */
const COSTLY: readonly NumberType[] = ['PREMIUM_RATE', 'SHARED_COST', 'PERSONAL_NUMBER'];

/** Nobody rings a costly number without having been told so. */
export const costlyNumber: Rule = (content) =>
	content.services.flatMap((service) => {
		if (service.record.cost?.option === 'call-charge') return [];
		return phonesOf(service.record).flatMap(({ value, path }) => {
			const type = parsePhoneNumberFromString(value.number, 'GB')?.getType();
			if (!type || !COSTLY.includes(type)) return [];
			return problemAt(service, [...path, 'number'], {
				level: 'warning',
				rule: 'costly-number',
				message: `a call to ${value.number} costs extra`,
				mend: 'Look for another number. If there is none, write "cost: {option: call-charge}" with its source.'
			});
		});
	});
