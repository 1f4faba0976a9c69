import { SEEDS } from '../../data/seeds.ts';

const LINES = /^(.+\.txt):(.+)$/;
const SAFETY = /^[A-Z]/;

/** Where a stage stands, in words: each document once with its year and lines, then safety facts, records and gaps. */
export function sourceWords(sources: readonly string[], nameOf: (service: string) => string | undefined): string[] {
	const lines = new Map<string, string[]>();
	for (const source of sources) {
		const [, document, at] = LINES.exec(source) ?? [];
		if (document !== undefined && at !== undefined) {
			lines.set(document, [...(lines.get(document) ?? []), at.replace('-', '–')]);
		}
	}
	const facts = sources.filter((source) => SAFETY.test(source));
	const services = sources.flatMap((source) => nameOf(source) ?? []);
	return [
		...[...lines].map(([document, at]) => {
			const seed = SEEDS[document];
			return seed ? `${seed.title} (${seed.year}), lines ${at.join(', ')}` : document;
		}),
		...(services.length > 0 ? [`pages of ${services.join(', ')}`] : []),
		...(facts.length > 0 ? [`safety facts ${facts.join(', ')}`] : []),
		...(sources.includes('area') ? ['what we looked for and did not find'] : [])
	];
}
