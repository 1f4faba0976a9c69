import type { Path, ReadService } from '../../read/index.ts';
import { setInYaml } from '../../write/edit-yaml.ts';
import type { Difference } from '../compare/compare.ts';
import type { FeedService, FeedSource } from '../feed/feed.ts';
import { feedFact } from '../match/known.ts';
import { provenanceOf, sourceOf } from './draft.ts';

/**
 * The text of a record with what the feed says, comments and order kept. What changes carries the feed's date and source; a
 * record that was listed becomes `confirm-first`, until a person has rung.
 * @throws when the text cannot carry it
 */
export function changedText(
	text: string,
	{ record }: ReadService,
	feed: FeedService,
	differences: readonly Difference[],
	source: FeedSource,
	asOf: string
): string {
	const taken = differences.filter(({ kept, value }) => kept === undefined && value !== undefined);
	if (taken.length === 0) return text;
	const provenance = provenanceOf(feed, source);
	let changed = text;
	const set = (path: Path, value: unknown, after?: string) => {
		changed = setInYaml(changed, path, value, after);
	};
	const grown = new Map<string, number>();
	for (const { path, value, part, append } of taken) {
		if (append) {
			const name = path.join('.');
			const length = grown.get(name) ?? lengthAt(record, path);
			const entry = { ...(typeof value === 'object' && value), ...provenance };
			if (length === 0) set(path, [entry]);
			else set([...path, length], entry);
			grown.set(name, length + 1);
			continue;
		}
		set(path, value);
		if (part) {
			set([...part, 'sources'], provenance.sources);
			set([...part, 'assured'], provenance.assured);
		} else if (path[0] === 'eligibility') {
			set(['eligibility', 'sources'], [...new Set([...(record.eligibility.sources ?? []), source.slug])]);
		}
	}
	const supports = taken.map(({ field }) => field.replaceAll(/\[\d+\]/g, '')).join(', ');
	set(['sources', source.slug], sourceOf(feed, source, supports, asOf));
	if (!record.facts.some(({ file }) => file === feedFact(source.slug))) {
		set(['facts', record.facts.length], { file: feedFact(source.slug), name: feed.id.slice(0, 200) });
	}
	if (record.listing === 'listed') {
		set(['listing'], 'confirm-first');
		set(['listing_reason'], 'Some of this changed lately. Ring first.', 'listing');
	}
	return changed;
}

function lengthAt(record: unknown, path: Path): number {
	const list = path.reduce<unknown>(
		(at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
		record
	);
	return Array.isArray(list) ? list.length : 0;
}
