import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { problemAt, type Rule } from '../rule.ts';
import { phonesOf } from '../parts.ts';
import { SHORT_CODES, TEXT_SHORT_CODE, ukDigits } from './short-codes.ts';

/** Digits in groups with single spaces between, as people read them out: 0330 303 6000. */
const WELL_SPACED = /^\d+( \d+)+$/;
/** All that a written number may hold. */
const WRITTEN = /^[\d\s()+.\-–/]+$/;
const NO_SPACE_NEEDED = 6;

function isPossible(number: string, kind: 'voice' | 'text'): boolean {
	if (!WRITTEN.test(number)) return false;
	const digits = ukDigits(number);
	if (SHORT_CODES.has(digits)) return true;
	if (kind === 'text' && TEXT_SHORT_CODE.test(digits)) return true;
	const parsed = parsePhoneNumberFromString(number, 'GB');
	return parsed?.country === 'GB' && parsed.isValid() && parsed.ext === undefined;
}

/** Every phone number is one that can be dialled in the UK (libphonenumber, and the named short codes). */
export const phone: Rule = (content) =>
	content.services.flatMap((service) =>
		phonesOf(service.record).flatMap(({ value, path }) => {
			const at = [...path, 'number'];
			const { number, kind } = value;
			if (!isPossible(number, kind)) {
				return problemAt(service, at, {
					level: 'error',
					rule: 'bad-phone',
					message: `"${number}" is not a phone number of the UK`,
					mend: 'Compare it digit by digit with its source. Write what to press or send under "instruction".'
				});
			}
			if (ukDigits(number).length <= NO_SPACE_NEEDED && /^[\d ]+$/.test(number)) return [];
			if (WELL_SPACED.test(number)) return [];
			const usual = parsePhoneNumberFromString(number, 'GB')?.formatNational() ?? number;
			return problemAt(service, at, {
				level: 'warning',
				rule: 'phone-style',
				message: `"${number}" is hard to read out`,
				mend: `Write it in groups with single spaces: ${usual.replaceAll(/[()]/g, '')}.`
			});
		})
	);
