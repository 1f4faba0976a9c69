/** Longest text that is read; what follows is ignored. Nobody types more in a search box. */
export const MAX_LENGTH = 200;

/**
 * Text as search compares it: lower case, no accents, no apostrophes ("can't" is "cant"), dotted initials joined
 * ("d.t.s." is "dts"), "&" as "and", everything else that is not a letter or a digit as one space. The result holds
 * only letters, digits and single spaces, so it is safe to show. Cut to `MAX_LENGTH` characters.
 */
export function normalise(text: string): string {
	return text
		.slice(0, MAX_LENGTH)
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replace(/['’‘ʼ`´]/g, '')
		.replace(/(?<![\p{L}\p{N}])(?:\p{L}\.)+\p{L}s?(?![\p{L}\p{N}])/gu, (initials) => initials.replaceAll('.', ''))
		.replace(/&/g, ' and ')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** True when a text ends with a letter or a digit: its last word may not be finished. */
export function endsInWord(text: string): boolean {
	return /[\p{L}\p{N}]$/u.test(text);
}

/** The words of a normalised text. */
export function wordsOf(normalised: string): string[] {
	return normalised === '' ? [] : normalised.split(' ');
}

/** A word without its plural ending: "needles" is "needle", "pharmacies" is "pharmacy". Short words stay as they are. */
export function singular(word: string): string {
	if (word.length < 4 || !word.endsWith('s') || /(ss|us|is)$/.test(word)) return word;
	if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
	if (/(sh|ch|x)es$/.test(word)) return word.slice(0, -2);
	return word.slice(0, -1);
}

/** The same function, which remembers its answers: records repeat towns, organizations and texts. */
export function remembering(of: (text: string) => string): (text: string) => string {
	const known = new Map<string, string>();
	return (text) => {
		let answer = known.get(text);
		if (answer === undefined) known.set(text, (answer = of(text)));
		return answer;
	};
}
