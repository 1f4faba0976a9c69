import type { ReadService } from '../../read/index.ts';
import type { FeedService } from '../feed/feed.ts';
import { likeness, marksOfFeed, marksOfOurs, tellingWords, type Marks } from './known.ts';

/** What each agreement counts for. An id is certain; a phone and a postcode alone may be those of the house next door. */
const SAME_ID = 100;
const SAME_NAME = 4;
const LIKE_NAME = 2.5;
const PHONE = 3;
const POSTCODE = 3;
const WEB = 1;
/** Both say where they are, and it is not the same place. */
const OTHER_PLACE = -3;
const ENOUGH = 5;
/** Names of which this share of the telling words agrees are alike. */
const ALIKE = 0.5;
/** A mark that more records than this share tells them apart no longer. */
const TOO_COMMON = 60;
/** Less than this is no trace of a record. */
const TRACE = 5.5;

/** A service of the feed with the record of ours that it is. */
export interface Pairing {
	feed: FeedService;
	/** Absent when the feed has something new. */
	ours?: ReadService;
	by: string[];
	/** With something new: a record of ours that a person should compare it with, since phone and postcode agree. */
	perhaps?: ReadService;
}

interface Candidate {
	feed: number;
	ours: number;
	score: number;
	by: string[];
	likeness: number;
}

/** Positions of records by one of their marks. */
class MarkIndex {
	private readonly positions = new Map<string, number[]>();

	add(mark: string, position: number): void {
		if (mark === '') return;
		const known = this.positions.get(mark);
		if (known) known.push(position);
		else this.positions.set(mark, [position]);
	}

	find(marks: readonly string[]): Set<number> {
		return new Set(
			marks.flatMap((mark) => {
				const found = this.positions.get(mark) ?? [];
				return found.length > TOO_COMMON ? [] : found;
			})
		);
	}
}

/**
 * Which records of ours the services of a feed are: by identifier, phone, postcode and name. Each record is taken once, by
 * what fits it best. Linear: a service is compared only with records that share a mark with it.
 * @param idsOf names that a record of ours has in our own exports
 * @param lenient take phone and postcode as enough, whatever the names: for lists of one kind (a pharmacy changes its name)
 */
export function pair(
	feed: readonly FeedService[],
	ours: readonly ReadService[],
	{
		idsOf,
		lenient,
		step
	}: { idsOf: (id: string) => readonly string[]; lenient: boolean; step?: (done: number) => void }
): Pairing[] {
	const marks = ours.map((service) => marksOfOurs(service, idsOf(service.record.id)));
	const words = ours.map(({ record }) => tellingWords(record.name));
	const indexes = { ids: new MarkIndex(), names: new MarkIndex(), phones: new MarkIndex(), postcodes: new MarkIndex() };
	marks.forEach((mark, position) => {
		for (const id of mark.ids) indexes.ids.add(id, position);
		for (const name of new Set([mark.name, ...mark.otherNames])) indexes.names.add(name, position);
		for (const phone of new Set(mark.phones)) indexes.phones.add(phone, position);
		for (const postcode of new Set(mark.postcodes)) indexes.postcodes.add(postcode, position);
	});
	const candidates: Candidate[] = [];
	feed.forEach((service, position) => {
		const mark = marksOfFeed(service);
		const near = new Set([
			...indexes.ids.find(mark.ids),
			...indexes.names.find([mark.name, ...mark.otherNames]),
			...indexes.phones.find(mark.phones),
			...indexes.postcodes.find(mark.postcodes)
		]);
		const feedWords = tellingWords(service.name);
		for (const other of near) {
			const known = marks[other];
			if (known)
				candidates.push({
					feed: position,
					ours: other,
					...score(mark, known, likeness(feedWords, words[other] ?? new Set()))
				});
		}
		step?.(position + 1);
	});
	return choose(feed, ours, candidates, lenient);
}

function score(feed: Marks, ours: Marks, alike: number): { score: number; by: string[]; likeness: number } {
	const by: string[] = [];
	const shares = (what: keyof Marks & ('ids' | 'phones' | 'postcodes' | 'webs')) =>
		feed[what].some((mark) => ours[what].includes(mark));
	let sum = 0;
	const count = (what: string, points: number) => {
		by.push(what);
		sum += points;
	};
	const sameName = [feed.name, ...feed.otherNames].some((name) => name === ours.name || ours.otherNames.includes(name));
	if (shares('ids')) count('identifier', SAME_ID);
	if (sameName) count('name', SAME_NAME);
	else if (alike >= ALIKE) count('like name', LIKE_NAME * alike);
	if (shares('phones')) count('phone', PHONE);
	if (shares('postcodes')) count('postcode', POSTCODE);
	else if (feed.postcodes.length > 0 && ours.postcodes.length > 0) sum += OTHER_PLACE;
	if (shares('webs')) count('web address', WEB);
	return { score: sum, by, likeness: sameName ? 1 : alike };
}

function choose(
	feed: readonly FeedService[],
	ours: readonly ReadService[],
	candidates: readonly Candidate[],
	lenient: boolean
): Pairing[] {
	const taken = new Map<number, Candidate>();
	const used = new Set<number>();
	const doubtful = new Map<number, number>();
	const sameNames = new Map<number, number>();
	for (const { feed: position, by } of candidates)
		if (by.includes('name')) sameNames.set(position, (sameNames.get(position) ?? 0) + 1);
	for (const candidate of candidates.toSorted(
		(a, b) => b.score - a.score || b.likeness - a.likeness || a.ours - b.ours
	)) {
		if (taken.has(candidate.feed) || used.has(candidate.ours)) continue;
		// A name that only one record has is enough when nothing speaks against it.
		const onlyOne =
			candidate.by.includes('name') && sameNames.get(candidate.feed) === 1 && candidate.score >= SAME_NAME;
		if (candidate.score < ENOUGH && !onlyOne) continue;
		const named = candidate.by.some((what) => what === 'name' || what === 'like name' || what === 'identifier');
		if (!named && !lenient) {
			if (candidate.score >= TRACE && !doubtful.has(candidate.feed)) doubtful.set(candidate.feed, candidate.ours);
			continue;
		}
		taken.set(candidate.feed, candidate);
		used.add(candidate.ours);
	}
	return feed.map((service, position): Pairing => {
		const candidate = taken.get(position);
		const found = candidate && ours[candidate.ours];
		if (candidate && found) return { feed: service, ours: found, by: candidate.by };
		const perhaps = ours[doubtful.get(position) ?? -1];
		return { feed: service, by: [], ...(perhaps && { perhaps }) };
	});
}
