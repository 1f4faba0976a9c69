import type { TaxonomyTerm } from '../../../data/terms.ts';
import { isPublished, problemAt, type Rule } from '../rule.ts';

/** Kinds that send people for a thing: it must be there. What a source that says so would mention. */
const SUPPLIES: readonly { term: TaxonomyTerm; said: RegExp }[] = [
	{ term: 'naloxone', said: /naloxone|nyxoid|prenoxad|click (?:&|and) deliver/i },
	{ term: 'needle-exchange', said: /needle|syringe|injecting|exchange|\bNSP\b/i },
	{ term: 'supervised-consumption', said: /supervis/i }
];

/** Rule R9: naloxone (and needles, and supervised doses) only where a source says that this service gives them. */
export const supplies: Rule = (content) =>
	content.services.flatMap((service) => {
		const { record } = service;
		if (!isPublished(record)) return [];
		return SUPPLIES.flatMap(({ term, said }) => {
			const index = record.taxonomy_terms.indexOf(term);
			const told = Object.values(record.sources).flatMap(({ supports, url = '', document = '' }) => [supports, url, document]);
			if (index < 0 || told.some((text) => said.test(text))) return [];
			return problemAt(service, ['taxonomy_terms', index], {
				level: 'warning',
				rule: 'unsourced-supply',
				message: `no source of this record says that it gives "${term}"`,
				mend: 'Look at the source. If it says so, write it under "supports"; if not, take the term out.'
			});
		});
	});
