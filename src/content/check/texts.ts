import type { Content, Path, Read } from '../read/index.ts';

/**
 * Who meets a text.
 * - `prose`: sentences that people read
 * - `label`: a few words on the screen
 * - `name`: what others call themselves; written as it is
 * - `professional`: sentences for people who refer
 * - `editor`: never shown, or shown only as the trail of a fact
 * - `search`: what people type; slang and misspellings belong here
 * - `code`: ids, addresses, hours
 */
export type TextUse = 'prose' | 'label' | 'name' | 'professional' | 'editor' | 'search' | 'code';

/** One text of the content with its place. */
export interface ContentText {
	text: string;
	use: TextUse;
	/** The key of `Content` it belongs to, for example `services`. */
	kind: string;
	path: Path;
	read: Pick<Read<unknown>, 'file' | 'at'>;
}

const PROSE = [
	'about',
	'about_another',
	'accessibility',
	'description',
	'directions',
	'instead',
	'intro',
	'listing_reason',
	'means',
	'not_for',
	'note',
	'short',
	'text',
	'wait',
	'what',
	'what_happens',
	'why'
];
const LABELS = ['city', 'for', 'instruction', 'label', 'title', 'address_1', 'heading'];
const NAMES = ['name', 'alternate_name', 'upper_tier', 'formal', 'professional', 'term', 'also'];
const CODE = ['number', 'hours', 'opening_hours', 'url', 'website', 'address', 'postal_code', 'date', 'id', 'service'];
const EDITORS = ['notes', 'supports', 'document', 'page_date', 'by', 'was', 'use', 'seen_at'];
/** Under these keys everything is what people type. */
const SEARCH = ['words', 'street_names', 'search_extra', 'misspellings', 'ambiguous', 'queries', 'stop', 'common', 'weak', 'lists', 'harmless'];
/** Under these keys everything belongs to the trail of a fact. */
const TRAIL = ['source', 'sources', 'facts'];
/** Kinds written for people who refer, but for what they hand out or have signed: that is for everyone. */
const FOR_REFERRERS = ['jobCardFiles', 'checklistFiles', 'evidenceFiles'];
const FOR_THEIR_CLIENTS = ['hand_out', 'consent'];
/** Kinds whose notes people see. Elsewhere a note is for editors. */
const SHOWN_NOTES = ['services', 'areas'];

const USE_OF = new Map<string, TextUse>([
	...PROSE.map((key) => [key, 'prose'] as const),
	...LABELS.map((key) => [key, 'label'] as const),
	...NAMES.map((key) => [key, 'name'] as const),
	...EDITORS.map((key) => [key, 'editor'] as const),
	...CODE.map((key) => [key, 'code'] as const)
]);

/** A text of an unknown field is taken for a sentence from this many words on, for a label from two, and else for code. */
const MIN_SENTENCE_WORDS = 6;

function useOf(kind: string, path: Path, text: string): TextUse {
	const keys = path.filter((key) => typeof key === 'string');
	if (keys.some((key) => TRAIL.includes(key))) return 'editor';
	if (keys.some((key) => SEARCH.includes(key))) return 'search';
	if (keys.at(-1) === 'note' && !SHOWN_NOTES.includes(kind)) return 'editor';
	if (keys.includes('professionals')) return 'professional';
	const client = keys.some((key) => FOR_THEIR_CLIENTS.includes(key));
	if (FOR_REFERRERS.includes(kind) && !client && text.includes(' ')) return 'professional';
	const known = USE_OF.get(keys.at(-1) ?? '');
	if (known) return known;
	const words = text.split(/\s+/).length;
	if (words >= MIN_SENTENCE_WORDS) return 'prose';
	return words > 1 ? 'label' : 'code';
}

function walk(value: unknown, path: Path, visit: (text: string, path: Path) => void): void {
	if (typeof value === 'string') visit(value, path);
	else if (Array.isArray(value)) value.forEach((entry, index) => walk(entry, [...path, index], visit));
	else if (typeof value === 'object' && value !== null) {
		for (const [key, entry] of Object.entries(value)) {
			visit(key, [...path, key]);
			walk(entry, [...path, key], visit);
		}
	}
}

/** Kinds whose records stand once more, one by one, under another key of `Content`. */
const GIVEN_TWICE = ['serviceFiles', 'pharmacyFiles', 'organizationFiles', 'blockedNumberFiles'];
/** The list of numbers that must never ship has to name them. */
const BLOCKED = 'blockedNumbers';

/** Many rules read all texts, and finding their places takes time. */
const known = new WeakMap<Content, readonly ContentText[]>();

/**
 * Every text of the content, whatever kind of file it stands in. Pharmacies share the texts at the top of their file:
 * those are given once.
 */
export function textsOf(content: Content): readonly ContentText[] {
	const before = known.get(content);
	if (before) return before;
	const found = collect(content);
	known.set(content, found);
	return found;
}

function collect(content: Content): ContentText[] {
	const found: ContentText[] = [];
	const seen = new Set<string>();
	for (const [kind, records] of Object.entries(content)) {
		if (kind === 'problems' || kind === BLOCKED || GIVEN_TWICE.includes(kind)) continue;
		for (const read of records) {
			if (!('record' in read)) continue;
			walk(read.record, [], (text, path) => {
				const { line, column } = read.at(path);
				const place = `${read.file}:${line}:${column}:${text}`;
				if (seen.has(place)) return;
				seen.add(place);
				found.push({ text, use: text === path.at(-1) ? 'code' : useOf(kind, path, text), kind, path, read });
			});
		}
	}
	return found;
}
