import type { Content } from '../read/index.ts';
import { LISTINGS } from '../../data/terms.ts';
import { isPublished } from './rule.ts';
import { readingAges } from './words/reading-age.ts';

type Counts = Record<string, number>;

/** What the content amounts to, for editors and for the people who decide whether to publish it. */
export interface ContentCounts {
	services: number;
	/** Records that people see. */
	published: number;
	/** The same without the pharmacies of the NHS list. */
	publishedBesidesPharmacies: number;
	listing: Counts;
	/** By area, then listing. */
	area: Record<string, Counts>;
	/** By main kind, then listing. */
	kind: Record<string, Counts>;
	organizations: number;
	/** Facts that the records name, by fact file. */
	facts: Counts;
	/** Why each record that nobody sees is kept back. */
	hidden: { id: string; area: string; listing: string; reason: string }[];
	/** Average reading age by kind of content. */
	readingAge: Counts;
}

function add(counts: Counts, key: string): void {
	counts[key] = (counts[key] ?? 0) + 1;
}

const byName = (table: Record<string, Counts>) =>
	Object.fromEntries(Object.entries(table).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Counts by area, kind and listing; reasons of hidden records; reading ages. */
export function countContent(content: Content): ContentCounts {
	const listing: Counts = Object.fromEntries(LISTINGS.map((one) => [one, 0]));
	const area: Record<string, Counts> = {};
	const kind: Record<string, Counts> = {};
	const facts = new Map<string, Set<string>>();
	for (const { record, area: where } of content.services) {
		add(listing, record.listing);
		add((area[where] ??= {}), record.listing);
		add((kind[record.taxonomy_terms[0] ?? 'none'] ??= {}), record.listing);
		for (const { file, name } of record.facts) facts.set(file, (facts.get(file) ?? new Set()).add(name));
	}
	const shown = content.services.filter(({ record }) => isPublished(record));
	return {
		services: content.services.length,
		published: shown.length,
		publishedBesidesPharmacies: shown.filter(({ record }) => record.taxonomy_terms[0] !== 'pharmacy').length,
		listing,
		area: byName(area),
		kind: byName(kind),
		organizations: content.organizations.length,
		facts: Object.fromEntries([...facts].map(([file, names]) => [file, names.size] as const).toSorted()),
		hidden: content.services
			.filter(({ record }) => !isPublished(record))
			.map(({ record, area: where }) => ({
				id: record.id,
				area: where,
				listing: record.listing,
				reason: record.listing_reason ?? ''
			})),
		readingAge: readingAges(content)
	};
}
