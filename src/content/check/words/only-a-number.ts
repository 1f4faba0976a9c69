import { problemAt, type Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';

/** Words that only lead to a number: what is left without them says what a person gets. */
const LEADS_TO_A_NUMBER = new Set(['call', 'contact', 'dial', 'freephone', 'mobile', 'no', 'now', 'number', 'on', 'or', 'phone', 'please', 'ring', 'tel', 'telephone', 'text', 'to', 'us', 'at']);
const WORD = /\p{L}+/gu;

const saysSomething = (text: string) =>
	(text.toLowerCase().match(WORD) ?? []).some((word) => !LEADS_TO_A_NUMBER.has(word));

/** A description says what a person gets (how to get in may well be a number): a number alone tells them nothing, and stands outside "phones" without a source. */
export const onlyANumber: Rule = (content) =>
	textsOf(content).flatMap(({ text, path, read }) => {
		if (path.at(-1) !== 'description' || path.at(-2) === 'access' || !/\d/.test(text) || saysSomething(text)) return [];
		return problemAt(read, path, {
			level: 'error',
			rule: 'only-a-number',
			message: `the description is only a number: "${text}"`,
			mend: 'Say in a sentence what a person gets there. Give the number under "phones", with its source.'
		});
	});
