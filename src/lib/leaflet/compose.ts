import type { LeafletAudience } from '../../data/pages/leaflets.ts';
import type { AreaInfo, Card, Detail, LocationDetail } from '../../data/record.ts';
import type { SafetyNotes } from '../../data/pages/safety.ts';
import { ages } from '../directory/service/ages.ts';
import { firstStep, needsReferral } from '../directory/service/first-step.ts';
import { listingMark } from '../directory/service/sureness.ts';
import { weekInWords } from '../schedule/index.ts';
import type { Picked, PickedSection } from './pick.ts';

/** A service as a leaflet prints it. */
export interface LeafletService {
	kind: 'service';
	id: string;
	name: string;
	mark?: 'Ring first' | 'Check first';
	/** The number, as people write it, and how to use it: ring or text. */
	phone?: string;
	verb?: 'Ring' | 'Text';
	/** How to reach it where there is no number, what to press, who must refer. */
	how: string[];
	/** When its line or its only place is open. Never certain where nobody confirmed it. */
	hours?: string;
	/** For whom it is, where that is not everyone who reads this: ages, or where one must live. */
	only: string[];
	places: { where: string; hours: string[] }[];
}

export type LeafletItem = { id: string; weight: number } & (
	LeafletService | { kind: 'safety'; title?: string; text: string } | { kind: 'gap'; what: string; instead: string }
);

export interface LeafletSection {
	id: string;
	heading: string;
	items: LeafletItem[];
}

/** What a service is put into words with. */
export interface Known {
	area: AreaInfo;
	/** The council that was chosen: its places come first. */
	council?: string | undefined;
	audience: LeafletAudience;
	notes: SafetyNotes;
	/** The rest of a record; undefined when it is not on this device: then its places are left out. */
	detail: (id: string) => Detail | undefined;
}

/** More places than this of one service are on its page. */
const MOST_PLACES = 2;

/** Puts what was picked into the words of the paper. Addresses that are kept secret never come here: they are left out. */
export function compose(picked: readonly PickedSection[], known: Known): LeafletSection[] {
	return picked.map(({ id, heading, items }) => ({
		id,
		heading,
		items: items.flatMap((item, at) => itemOf(item, `${id}-${at}`, known) ?? [])
	}));
}

function itemOf(item: Picked, id: string, known: Known): LeafletItem | undefined {
	const { weight } = item;
	if (item.kind === 'service') return { weight, ...serviceOf(item.card, known), id: item.card.id };
	if (item.kind === 'gap') return { id, weight, kind: 'gap', what: item.what, instead: item.instead };
	const note = known.notes[item.note];
	return note && { id: item.note, weight, kind: 'safety', ...(note.title && { title: note.title }), text: note.text };
}

function serviceOf(card: Card, known: Known): LeafletService {
	const sure = card.listing === 'listed';
	const first = card.phone ? ('Ring first.' as const) : ('Check first.' as const);
	const step = firstStep(card);
	const mark = listingMark(card);
	const main = card.hours?.[card.mainHours ?? -1];
	const locations = locationsOf(card, known);
	const places = locations.slice(0, MOST_PLACES).map((location) => ({
		where: [location.name, location.address, location.city, location.postcode].filter(Boolean).join(', '),
		hours: (location.schedules ?? [])
			.filter(({ hours }) => hours.osm !== main?.osm)
			.map((schedule) => `${schedule.for ? `${schedule.for}: ` : ''}${weekInWords(schedule.hours, { sure, first })}`)
	}));
	const more = locations.length - places.length;
	const said = main !== undefined || places.some(({ hours }) => hours.length > 0);
	const hours = main ? weekInWords(main, { sure, first }) : said ? undefined : `Opening times not known. ${first}`;
	return {
		kind: 'service',
		id: card.id,
		name: card.name,
		...(mark && { mark }),
		...((step.kind === 'call' || step.kind === 'text') && {
			phone: step.number,
			verb: step.kind === 'call' ? ('Ring' as const) : ('Text' as const)
		}),
		how: [
			...(step.kind === 'call' && step.instruction ? [withStop(step.instruction)] : []),
			...(step.kind === 'walk-in' ? ['Walk in.'] : []),
			...(step.kind === 'web' ? [`Online: ${shortAddress(step.url)}`] : []),
			...(step.kind === 'ask' || step.kind === 'read'
				? ['We know no number of its own. Ask the first number here.']
				: []),
			...(needsReferral(card) ? ['You need someone to refer you.'] : []),
			...(more > 0 ? [`It has ${more} more ${more === 1 ? 'place' : 'places'}.`] : [])
		],
		...(hours !== undefined && { hours }),
		only: onlyFor(card, known),
		places
	};
}

/** Places with an open address, those of the person's council first. Of services of all England only those of this area. */
function locationsOf(card: Card, { detail, area, council }: Known): LocationDetail[] {
	const here = new Set(area.councils.map(({ id }) => id));
	const open = (detail(card.id)?.locations ?? []).filter(
		(location) =>
			!location.confidential &&
			location.address !== undefined &&
			(card.area !== 'national' || (location.council !== undefined && here.has(location.council)))
	);
	const near = (location: LocationDetail) => (council !== undefined && location.council === council ? 0 : 1);
	return open.toSorted((a, b) => near(a) - near(b));
}

function onlyFor(card: Card, { area, council }: Known): string[] {
	const served = area.councils.filter(({ id }) => card.councils?.includes(id));
	const isPart = card.councils !== undefined && served.length < area.councils.length && council === undefined;
	const hasAge = card.minAge !== undefined || card.maxAge !== undefined;
	return [
		...(hasAge ? [`Ages: ${ages(card).toLowerCase()}`] : []),
		...(isPart ? [`If you live in ${served.map(({ name }) => name).join(', ')}.`] : [])
	];
}

const withStop = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
const shortAddress = (url: string) => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
