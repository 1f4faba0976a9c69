import { problemAt, type Rule } from '../rule.ts';
import { textsOf, type TextUse } from '../texts.ts';
import type { Content } from '../../read/index.ts';
import { STIGMA } from './stigma-words.ts';

/** Our own words; names, sources, facts and what people type are not. */
const OWN: readonly TextUse[] = ['prose', 'label', 'professional'];

/** Names that may be said in a sentence although they hold such a word. */
const KNOWN_NAMES = ['Alcoholics Anonymous', 'Adult Children of Alcoholics', 'Children of Alcoholics', 'Addicts Anonymous'];

/** Every name by which a service or an organization calls itself, longest first. */
function namesIn(content: Content): string[] {
	const names = [
		...KNOWN_NAMES,
		...content.organizations.map(({ record }) => record.name),
		...content.services.flatMap(({ record }) => [record.name, ...(record.alternate_name ?? [])])
	];
	const loaded = names.filter((name) => STIGMA.some(({ words }) => words.test(name)));
	return [...new Set(loaded)].toSorted((a, b) => b.length - a.length);
}

/** No word of our own makes a person smaller (DESIGN rule 5). */
export const stigma: Rule = (content) => {
	const names = namesIn(content);
	return textsOf(content).flatMap(({ text, use, path, read }) => {
		const isNote = use === 'editor' && path.at(-1) === 'notes';
		if (!OWN.includes(use) && !isNote) return [];
		const own = names.reduce((rest, name) => rest.replaceAll(name, '…'), text);
		return STIGMA.flatMap(({ words, instead, level }) => {
			const found = words.exec(own)?.[0];
			// A note is read by editors alone: there only the words that are never right count.
			if (found === undefined || (isNote && level === 'warning')) return [];
			return problemAt(read, path, {
				level: isNote ? 'warning' : (level ?? 'error'),
				rule: 'stigma',
				message: `"${found}" is a word that hurts`,
				mend: `Write instead: ${instead}.`
			});
		});
	});
};
