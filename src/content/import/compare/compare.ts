import { ukDigits } from '../../check/contacts/short-codes.ts';
import { assuredOf, locationsOf, phonesOf } from '../../check/parts.ts';
import type { Path, ReadService } from '../../read/index.ts';
import type { ServiceRecord } from '../../schema/service.ts';
import { bareUrl } from '../feed/contacts.ts';
import { cutText } from '../feed/fields.ts';
import type { FeedLocation, FeedService, FeedSource } from '../feed/feed.ts';
import { sameTimes } from '../feed/times.ts';
import { likeness, plainName, tellingWords } from '../match/known.ts';

/** A field in which a feed differs from a record of ours. */
export interface Difference {
	/** Where it stands in the record: `phones[0].number`. */
	field: string;
	path: Path;
	old?: string;
	new?: string;
	/** Why ours stays; absent when the feed's value may be taken. */
	kept?: string;
	/** What to write at `path`; absent when there is nothing that could be written. */
	value?: unknown;
	/** `path` is a list, which grows by `value`; `value` lacks its sources and date. */
	append?: true;
	/** The part of the record that `path` is in, when it carries its own sources and date: they change with it. */
	part?: Path;
}

/** What the comparison needs to know of the feed. */
export interface CompareContext {
	source: FeedSource;
	/** The feed is an export of ours: whatever it lacks was taken out. */
	isOurs: boolean;
}

type Assured = NonNullable<ServiceRecord['phones']>[number]['assured'];

const HUMAN: readonly string[] = ['phone', 'visit', 'email'];
export const MOST_DESCRIPTION = 400;
/** Stands in a draft for words of the feed that our content may not hold. */
export const UNDESCRIBED = 'What it does is not described yet.';
/** A point that moved less is the same door. Degrees, about 300 m. */
const SAME_POINT = 0.003;
const SAME_ADDRESS = 0.5;

/**
 * Why our own value stays: a person checked it later than the feed says, or it was seen later. Undefined when the feed
 * is newer. A day that is not known is never newer than one that is.
 */
export function laterCheck(assured: Assured | undefined, feedDate: string | undefined): string | undefined {
	if (assured === undefined || assured.date === 'unknown') return undefined;
	const said = feedDate === undefined ? 'whose day is not known' : `of ${feedDate}`;
	const isHuman = HUMAN.includes(assured.how);
	if (isHuman && (feedDate === undefined || feedDate <= assured.date)) {
		return `checked by ${assured.how} on ${assured.date}${assured.by === undefined ? '' : ` (${assured.by})`}: later than the feed ${said}`;
	}
	if (!isHuman && feedDate !== undefined && feedDate < assured.date.slice(0, feedDate.length)) {
		return `seen on ${assured.date}: later than the feed ${said}`;
	}
	return undefined;
}

const fieldName = (path: Path) =>
	path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');

const newestOf = (record: ServiceRecord): Assured | undefined =>
	assuredOf(record)
		.map(({ value }) => value.assured)
		.filter(({ date }) => date !== 'unknown')
		.toSorted((a, b) => (a.date < b.date ? 1 : -1))[0];

/** Every field in which the feed differs from our record, in the order of the record. */
export function compareService(
	feed: FeedService,
	{ record }: ReadService,
	{ source, isOurs }: CompareContext
): Difference[] {
	const date = feed.date ?? source.date;
	const found: Difference[] = [];
	const tell = (path: Path, old: string | undefined, value: string | undefined, more: Partial<Difference> = {}) =>
		found.push({
			field: fieldName(path),
			path,
			...(old !== undefined && { old }),
			...(value !== undefined && { new: value }),
			...more
		});
	const keep = (assured: Assured | undefined): { kept?: string } => {
		const kept = laterCheck(assured, date);
		return kept === undefined ? {} : { kept };
	};
	const isFed = (sources: readonly string[]) => !feed.brief && (isOurs || sources.includes(source.slug));

	const ourNames = [
		record.name,
		...(record.alternate_name ?? []),
		...record.facts.map(({ name }) => name.replace(/, [A-Z\d]+ [A-Z\d]+$/, ''))
	];
	if (!ourNames.some((name) => isSameName(name, feed.name))) {
		const written = feed.name.length <= 100;
		tell(['name'], record.name, feed.name, { ...keep(newestOf(record)), ...(written && { value: feed.name }) });
	}
	if (feed.ended && (record.listing === 'listed' || record.listing === 'confirm-first')) {
		tell(['listing'], record.listing, 'ended', {
			kept: 'the feed says that it is no more: ring, then make it closed by hand'
		});
	}
	if (
		feed.description !== undefined &&
		![cutText(feed.description, MOST_DESCRIPTION), UNDESCRIBED].includes(record.description)
	) {
		const isCopied = record.listing === 'draft' && record.facts.some(({ file }) => file.endsWith(`/${source.slug}`));
		const value = cutText(feed.description, MOST_DESCRIPTION);
		tell(
			['description'],
			record.description,
			value,
			isCopied || isOurs ? { value } : { kept: 'our descriptions are in our own words: compare them' }
		);
	}
	for (const field of ['minimum_age', 'maximum_age'] as const) {
		const ours = record.eligibility[field];
		const theirs = feed[field];
		if (theirs === ours || (theirs === undefined && (!isOurs || feed.brief))) continue;
		const value = theirs === undefined ? {} : { value: theirs };
		tell(['eligibility', field], ours?.toString(), theirs?.toString(), { ...keep(newestOf(record)), ...value });
	}
	comparePhones(feed, record, { tell, keep, isFed });
	compareEmails(feed, record, { tell, keep, isFed });
	compareUrls(feed, record, { tell, keep, isFed });
	compareTimes(feed, record, { tell, keep, isFed });
	compareLocations(feed, record, { tell, keep, isFed });
	return found;
}

/** The same but for legal endings and words that say only what kind of thing it is. */
const isSameName = (a: string, b: string) =>
	plainName(a) === plainName(b) || likeness(tellingWords(a), tellingWords(b)) === 1;

interface Telling {
	tell(path: Path, old: string | undefined, value: string | undefined, more?: Partial<Difference>): void;
	keep(assured: Assured | undefined): { kept?: string };
	isFed(sources: readonly string[]): boolean;
}

interface Item {
	key: string;
	text: string;
}
interface OurItem extends Item {
	path: Path;
	/** Below `path`, the field that holds the text. */
	field: string;
	sources: readonly string[];
	assured: Assured;
}

/**
 * A list of ours against that of the feed. One that only the feed has takes the place of the one that only we have, when
 * there is one of each; else it is added. What the feed lacks is told only when it came from this feed.
 */
function compareLists(
	list: string,
	feed: readonly Item[],
	ours: readonly OurItem[],
	make: (item: Item) => unknown,
	{ tell, keep, isFed }: Telling
): void {
	if (feed.length === 0 && !ours.some(({ sources }) => isFed(sources))) return;
	const added = feed.filter(({ key }) => !ours.some((each) => each.key === key));
	const gone = ours.filter(({ key }) => !feed.some((each) => each.key === key));
	const [one] = gone;
	const [other] = added;
	if (one && other && gone.length === 1 && added.length === 1) {
		tell([...one.path, one.field], one.text, other.text, { ...keep(one.assured), value: other.text, part: one.path });
		return;
	}
	for (const item of added) {
		const newest = ours.map(({ assured }) => assured).find((assured) => keep(assured).kept !== undefined);
		tell([list], undefined, item.text, { ...keep(newest), value: make(item), append: true });
	}
	for (const item of gone) {
		if (!isFed(item.sources)) continue;
		tell([...item.path, item.field], item.text, undefined, {
			kept: keep(item.assured).kept ?? 'the feed has it no more: ring, then take it out by hand'
		});
	}
}

function comparePhones(feed: FeedService, record: ServiceRecord, telling: Telling): void {
	const all = [...feed.phones, ...feed.locations.flatMap(({ phones }) => phones)];
	for (const kind of ['voice', 'text'] as const) {
		const theirs = all
			.filter((phone) => phone.kind === kind)
			.map(({ number }) => ({ key: ukDigits(number), text: number }));
		const ours = phonesOf(record)
			.filter(({ value }) => value.kind === kind)
			.map(({ value, path }) => ({ key: ukDigits(value.number), text: value.number, path, field: 'number', ...value }));
		compareLists('phones', theirs, ours, ({ text }) => ({ number: text, ...(kind === 'text' && { kind }) }), telling);
	}
}

function compareEmails(feed: FeedService, record: ServiceRecord, telling: Telling): void {
	const theirs = feed.emails.map(({ address }) => ({ key: address.toLowerCase(), text: address }));
	const ours = (record.emails ?? []).map((email, index) => ({
		...email,
		key: email.address.toLowerCase(),
		text: email.address,
		path: ['emails', index],
		field: 'address'
	}));
	compareLists('emails', theirs, ours, ({ text }) => ({ address: text }), telling);
}

function compareUrls(feed: FeedService, record: ServiceRecord, telling: Telling): void {
	const theirs = feed.urls.map(({ url }) => ({ key: bareUrl(url), text: url }));
	const ours = (record.urls ?? []).map((url, index) => ({
		...url,
		key: bareUrl(url.url),
		text: url.url,
		path: ['urls', index],
		field: 'url'
	}));
	compareLists('urls', theirs, ours, ({ text }) => ({ url: text, kind: 'website' }), telling);
}

/** All times of a record together: a feed may give to the service what we give to its place. */
function compareTimes(feed: FeedService, record: ServiceRecord, { tell, keep, isFed }: Telling): void {
	const theirs = [feed, ...feed.locations].flatMap(({ schedules }) =>
		schedules.map(({ opening_hours }) => opening_hours)
	);
	const ours = [
		...(record.schedules ?? []).map((value, index) => ({ value, path: ['schedules', index] })),
		...locationsOf(record).flatMap(({ value, path }) =>
			(value.schedules ?? []).map((schedule, index) => ({ value: schedule, path: [...path, 'schedules', index] }))
		)
	];
	const written = ours.map(({ value }) => value.opening_hours);
	const [only] = ours;
	if (theirs.length === 0) {
		if (only && ours.some(({ value }) => isFed(value.sources)) && !sameTimes(written, [])) {
			tell([...only.path, 'opening_hours'], written.join('; '), undefined, {
				kept: 'the feed gives no times any more: ring, then change it by hand'
			});
		}
		return;
	}
	if (sameTimes(theirs, written)) return;
	const text = theirs.join(' and ');
	if (!only) {
		const path =
			feed.locations.length === 1 && record.locations?.length === 1 ? ['locations', 0, 'schedules'] : ['schedules'];
		const [first] = theirs;
		const one = theirs.length === 1 && first !== undefined;
		tell(
			path,
			undefined,
			text,
			one ? { value: { opening_hours: first }, append: true } : { kept: 'several times: write them by hand' }
		);
		return;
	}
	const unsure = ours.map(({ value }) => keep(value.assured)).find(({ kept }) => kept !== undefined);
	const one =
		ours.length === 1 && theirs.length === 1
			? { value: text, part: only.path }
			: { kept: 'several times: change them by hand' };
	tell([...only.path, 'opening_hours'], written.join(' and '), text, { ...one, ...unsure });
}

const place = (location: Pick<FeedLocation, 'name' | 'address_1' | 'city' | 'postal_code'>) =>
	[location.name, location.address_1, location.city, location.postal_code]
		.filter((part) => part !== undefined)
		.join(', ');

const addressWords = (location: Pick<FeedLocation, 'address_1' | 'city'>) =>
	new Set(
		plainName(`${location.address_1 ?? ''} ${location.city ?? ''}`)
			.split(' ')
			.filter(Boolean)
	);
const close = (postcode: string | undefined) => postcode?.toUpperCase().replaceAll(/\s/g, '');

function compareLocations(feed: FeedService, record: ServiceRecord, { tell, keep, isFed }: Telling): void {
	// A door that must not be told is compared with nothing.
	const ours = locationsOf(record).filter(({ value }) => !value.confidential);
	const open = new Set(ours.keys());
	const left: FeedLocation[] = [];
	for (const location of feed.locations) {
		const fits = (test: (value: (typeof ours)[number]['value']) => boolean) =>
			[...open].find((index) => ours[index] !== undefined && test(ours[index].value));
		const index =
			fits(
				(value) =>
					value.postal_code !== undefined &&
					close(value.postal_code) === close(location.postal_code) &&
					sameAddress(value, location)
			) ??
			fits((value) => value.postal_code !== undefined && close(value.postal_code) === close(location.postal_code)) ??
			fits(
				(value) =>
					value.name !== undefined && location.name !== undefined && plainName(value.name) === plainName(location.name)
			) ??
			fits(
				(value) =>
					(value.postal_code === undefined || location.postal_code === undefined) && sameAddress(value, location)
			);
		if (index === undefined) {
			left.push(location);
			continue;
		}
		open.delete(index);
		const known = ours[index];
		if (known) comparePlace(location, known.value, known.path, { tell, keep, isFed });
	}
	const [lone] = left;
	const [rest] = [...open];
	const known = ours[rest ?? -1];
	if (lone && known && left.length === 1 && open.size === 1) {
		comparePlace(lone, known.value, known.path, { tell, keep, isFed });
		return;
	}
	for (const location of left) {
		if (location.city === undefined && location.postal_code === undefined && location.address_1 === undefined) continue;
		tell(['locations', ours.length], undefined, place(location), {
			kept: 'a place that we do not have: add it by hand'
		});
	}
	for (const index of open) {
		const gone = ours[index];
		if (gone && isFed(gone.value.sources) && feed.locations.length > 0)
			tell(gone.path, place(gone.value), undefined, {
				kept: 'the feed has it no more: ring, then take it out by hand'
			});
	}
}

function sameAddress(
	a: Pick<FeedLocation, 'address_1' | 'city'>,
	b: Pick<FeedLocation, 'address_1' | 'city'>
): boolean {
	const [one, other] = [addressWords(a), addressWords(b)];
	const within = (inner: Set<string>, outer: Set<string>) => [...inner].every((word) => outer.has(word));
	return within(one, other) || within(other, one) || likeness(one, other) >= SAME_ADDRESS;
}

function comparePlace(
	feed: FeedLocation,
	ours: NonNullable<ServiceRecord['locations']>[number],
	path: Path,
	{ tell, keep }: Telling
): void {
	const kept = keep(ours.assured);
	const note = (field: keyof FeedLocation & keyof typeof ours, value: string | number) =>
		tell([...path, field], ours[field]?.toString(), String(value), { ...kept, value, part: path });
	if (feed.postal_code !== undefined && close(feed.postal_code) !== close(ours.postal_code))
		note('postal_code', feed.postal_code);
	if (feed.address_1 !== undefined && !sameStreet(feed, ours)) note('address_1', feed.address_1);
	if (feed.address_1 === undefined && feed.city !== undefined && plainName(feed.city) !== plainName(ours.city))
		note('city', feed.city);
	const { latitude, longitude } = ours;
	if (feed.latitude === undefined || feed.longitude === undefined || latitude === undefined || longitude === undefined)
		return;
	if (Math.abs(feed.latitude - latitude) < SAME_POINT && Math.abs(feed.longitude - longitude) < SAME_POINT) return;
	note('latitude', feed.latitude);
	note('longitude', feed.longitude);
}

const numbersOf = (text: string | undefined) => [...new Set((text ?? '').match(/\d+/g) ?? [])];

/**
 * Lists tidy and shorten addresses each in their own way. House numbers that both give must agree; within one postcode one
 * word in common is enough, elsewhere most words must be the same.
 */
function sameStreet(
	feed: FeedLocation,
	ours: Pick<FeedLocation, 'address_1' | 'city' | 'name' | 'postal_code'>
): boolean {
	if (ours.address_1 === undefined) return false;
	const [theirs, own] = [numbersOf(feed.address_1), numbersOf(ours.address_1)];
	if (theirs.length > 0 && own.length > 0 && !own.some((each) => theirs.includes(each))) return false;
	const named = { ...ours, address_1: `${ours.name ?? ''} ${ours.address_1}` };
	if (sameAddress(named, feed) || sameAddress(ours, feed)) return true;
	if (feed.postal_code === undefined || close(feed.postal_code) !== close(ours.postal_code)) return false;
	const words = addressWords({ address_1: ours.address_1 });
	return [...addressWords({ address_1: feed.address_1 ?? '' })].some((word) => words.has(word));
}
