import { problemAt, type Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';
import { ukDigits } from './short-codes.ts';

/** A stretch of digits with what people put between them. */
const NUMBERS = /\+?\d[\d\s().\-–/]*\d/g;

/** Digits of every number that a text may be read to hold: any run of neighbouring groups. */
export function numbersIn(text: string): Set<string> {
	const found = new Set<string>();
	for (const [stretch] of text.normalize('NFKC').matchAll(NUMBERS)) {
		const groups = ukGroups(stretch);
		for (let from = 0; from < groups.length; from++) {
			let digits = '';
			for (const group of groups.slice(from)) {
				digits += group;
				found.add(digits);
			}
		}
	}
	return found;
}

/** The groups of digits of a number, as dialled in the UK. */
function ukGroups(stretch: string): string[] {
	const national = stretch.replace('(0)', '');
	const abroad = /^(?:\+44|0044)\D*/.exec(national)?.[0] ?? '';
	const [first, ...rest] = national.slice(abroad.length).split(/\D+/).filter((group) => group !== '');
	if (first === undefined) return [];
	return [abroad === '' ? first : `0${first}`, ...rest];
}

/** Rule R15: no number that is known to be dead, wrong or commercial stands anywhere, not even in a note. */
export const blockedNumber: Rule = (content) => {
	const blocked = new Map(content.blockedNumbers.map(({ record }) => [ukDigits(record.number), record]));
	if (blocked.size === 0) return [];
	return textsOf(content).flatMap(({ text, path, read }) =>
		[...numbersIn(text)].flatMap((digits) => {
			const entry = blocked.get(digits);
			if (!entry) return [];
			return problemAt(read, path, {
				level: 'error',
				rule: 'blocked-number',
				message: `${entry.number} must not be shown: ${entry.was}`,
				mend: entry.use ? `Take it out. To use instead: ${entry.use}` : 'Take it out.'
			});
		})
	);
};
