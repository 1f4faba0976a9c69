import { ukDigits } from '../../check/contacts/short-codes.ts';
import { phonesOf } from '../../check/parts.ts';
import type { ReadService } from '../../read/index.ts';
import { bareUrl } from '../feed/contacts.ts';
import type { FeedService } from '../feed/feed.ts';

/** What two records are recognised by. */
export interface Marks {
	ids: string[];
	name: string;
	otherNames: string[];
	phones: string[];
	postcodes: string[];
	webs: string[];
}

/** Legal endings and little words that one list writes and another does not. */
const LITTLE = /\b(?:ltd|limited|plc|llp|cic|uk|the|co|company|service|services|pharmacy|pharmacies|chemists?)\b/g;

/** A name as it is compared: letters and digits only. */
export function plainName(name: string): string {
	return name
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll(/['’]/g, '')
		.replaceAll('&', ' and ')
		.replaceAll(/[^a-z\d]+/g, ' ')
		.trim();
}

/** The words of a name that tell it from others. */
export function tellingWords(name: string): Set<string> {
	const plain = plainName(name);
	const telling = plain.replaceAll(LITTLE, ' ').split(' ').filter(Boolean);
	return new Set(telling.length > 0 ? telling : plain.split(' '));
}

/** How alike two sets of words are: 1 is the same, 0 has nothing in common. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	const shared = [...a].filter((word) => b.has(word)).length;
	return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

const barePostcode = (postcode: string) => postcode.toUpperCase().replaceAll(/\s/g, '');

/** How a record of ours is named as a fact of a feed. */
export const feedFact = (slug: string) => `feeds/${slug}`;

/** @param ids the names it has in exports of our own */
export function marksOfOurs({ record }: ReadService, ids: readonly string[]): Marks {
	const fed = record.facts.filter(({ file }) => file.startsWith(feedFact(''))).map(({ name }) => name);
	return {
		ids: [record.id, ...ids, ...fed],
		name: plainName(record.name),
		// A pharmacy whose name was tidied is known by the name in the NHS list too: "Aa Pharmacy, SS14 3JT".
		otherNames: [
			...(record.alternate_name ?? []),
			...record.facts.map(({ name }) => name.replace(/, [A-Z\d]+ [A-Z\d]+$/, ''))
		].map(plainName),
		phones: phonesOf(record).map(({ value }) => ukDigits(value.number)),
		postcodes: (record.locations ?? []).flatMap(({ postal_code }) =>
			postal_code === undefined ? [] : barePostcode(postal_code)
		),
		webs: (record.urls ?? []).map(({ url }) => bareUrl(url))
	};
}

export function marksOfFeed(service: FeedService): Marks {
	return {
		ids: [service.id, ...service.otherIds],
		name: plainName(service.name),
		otherNames: service.otherNames.map(plainName),
		phones: [...service.phones, ...service.locations.flatMap(({ phones }) => phones)].map(({ number }) =>
			ukDigits(number)
		),
		postcodes: service.locations.flatMap(({ postal_code }) =>
			postal_code === undefined ? [] : barePostcode(postal_code)
		),
		webs: service.urls.map(({ url }) => bareUrl(url))
	};
}
