import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import { problemAt, type Rule } from '../rule.ts';
import { phonesOf } from '../parts.ts';
import { textsOf } from '../texts.ts';
import { ukDigits } from './short-codes.ts';

/** A phone number in a sentence is one of the phones of some published record: else it has no source and no tap. */
export const numberInText: Rule = (content) => {
	const known = new Set(content.services.flatMap(({ record }) => phonesOf(record).map(({ value }) => ukDigits(value.number))));
	return textsOf(content).flatMap(({ text, use, path, read }) => {
		if (use === 'code' || use === 'search' || (use === 'editor' && path.at(-1) !== 'notes')) return [];
		return findPhoneNumbersInText(text, 'GB').flatMap(({ number }) => {
			const national = ukDigits(number.number);
			if (known.has(national)) return [];
			return problemAt(read, path, {
				level: 'warning',
				rule: 'number-in-text',
				message: `${number.formatNational()} looks like a phone number and is not among the phones of any record`,
				mend: 'Give it under "phones" with its source, or take it out of the text.'
			});
		});
	});
};
