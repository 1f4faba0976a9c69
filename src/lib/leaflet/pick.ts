import type { Door, LeafletAudience, LeafletContent, LeafletNeed } from '../../data/pages/leaflets.ts';
import type { Hours } from '../../data/hours.ts';
import type { AreaInfo, Card } from '../../data/record.ts';
import { addUp, Chooser, type Told, type World } from '../pathway/index.ts';
import { needsFor, type Choices } from './choices.ts';

/** How much it matters that something is on the leaflet: the smaller, the more. What does not fit goes from the largest on. */
export const WEIGHT = {
	danger: 0,
	door: 1,
	night: 2,
	needSafety: 10,
	need: 20,
	otherDoor: 30,
	gap: 40,
	walkIn: 50,
	moreOfNeed: 60,
	moreNight: 70
} as const;

const MOST_DOORS = 3;
const MOST_NIGHT_LINES = 4;
/** So many night lines are as good as a front door. */
const SURE_NIGHT_LINES = 2;
const MOST_WALK_IN = 3;
/** More than any kind has. */
const ALL = 1000;

/** Something to stand on a leaflet, before its words. */
export type Picked = { weight: number } & (
	{ kind: 'safety'; note: string } | { kind: 'service'; card: Card } | { kind: 'gap'; what: string; instead: string }
);

export interface PickedSection {
	id: string;
	heading: string;
	items: Picked[];
}

/** What a choice is read against. */
export interface Sources {
	content: LeafletContent;
	/** Cards of the area and of all England. */
	world: Omit<World, 'place'>;
	area: AreaInfo;
}

const DOOR_WORDS: Readonly<Record<Door, string>> = {
	adults: 'Start here',
	'under-18': 'Start here if you are under 18',
	families: 'Start here for families and friends'
};

/**
 * What stands on a leaflet, section by section in reading order. Services are found by kind, place and age, with the same
 * walls as in plans; each stands once, where it matters most. Pure; the clock is in `world`.
 */
export function pick(choices: Choices, { content, world, area }: Sources): PickedSection[] {
	const audience = content.audiences.find(({ id }) => id === choices.audience);
	if (!audience) return [];
	const chooser = new Chooser({
		...world,
		place: { area, ...(choices.council !== undefined && { council: choices.council }) }
	});
	const shown = new Set<string>();
	const fresh = (cards: readonly Card[]) => cards.filter(({ id }) => !shown.has(id) && shown.add(id));
	const told = addUp([audience.means]);
	const needs = needsFor(content, audience.id).filter(({ id }) => choices.needs.includes(id));

	const danger = section('danger', 'Danger to life? Ring 999', safety(audience.safety, WEIGHT.danger));
	const doors = audience.doors.map((door, at) =>
		section(
			`door-${door}`,
			DOOR_WORDS[door],
			services(fresh(doorsOf(chooser, door, told)), (rank) =>
				rank > 0 ? WEIGHT.otherDoor + rank : at > 0 ? WEIGHT.night + at : WEIGHT.door
			)
		)
	);
	const night = section(
		'night',
		'Open at night',
		services(fresh(nightLines(chooser, content, told)), (rank) =>
			rank < SURE_NIGHT_LINES ? WEIGHT.night + rank : WEIGHT.moreNight + rank
		)
	);
	const said = new Set(audience.safety);
	const byNeed = needs.map((need, at) => {
		const notes = (need.safety ?? []).filter((note) => !said.has(note) && said.add(note));
		const found = servicesFor(chooser, need, [audience.means, need.means]);
		const rest = services(fresh(found), (rank) => (rank > 0 ? WEIGHT.moreOfNeed + rank : WEIGHT.need) + at / 100);
		return section(need.id, need.label, [
			...safety(notes, WEIGHT.needSafety + at / 100),
			...rest,
			...(found.length > 0 ? [] : gapsOf(need, area, choices.council, told))
		]);
	});
	const walkIn = section(
		'walk-in',
		'Places you can walk into',
		services(fresh(walkIns(chooser, audience, told)).slice(0, MOST_WALK_IN), (rank) => WEIGHT.walkIn + rank)
	);
	return [danger, ...doors, night, ...byNeed, walkIn].filter(({ items }) => items.length > 0);
}

const section = (id: string, heading: string, items: Picked[]): PickedSection => ({ id, heading, items });
const safety = (notes: readonly string[], weight: number): Picked[] =>
	notes.map((note) => ({ kind: 'safety', note, weight }));
const services = (cards: readonly Card[], weight: (rank: number) => number): Picked[] =>
	cards.map((card, rank) => ({ kind: 'service', card, weight: weight(rank) }));

/** Front doors, as those who come through each are: a child's is found for a child, whoever reads the leaflet. */
function doorsOf(chooser: Chooser, door: Door, told: Told): Card[] {
	const who = {
		adults: told,
		'under-18': addUp([{ age: 'under-18' }]),
		families: addUp([{ audiences: ['families'] }])
	};
	return chooser.choose({ frontDoor: door, limit: MOST_DOORS }, who[door], false).map(({ card }) => card);
}

/** Lines that answer all night, every night, as far as their hours say. */
function nightLines(chooser: Chooser, { night }: LeafletContent, told: Told): Card[] {
	return (
		chooser
			.choose({ terms: night, limit: ALL }, told, false)
			.map(({ card }) => card)
			.filter((card) => numberOf(card) !== undefined && isOpenAllNight(card.hours?.[card.mainHours ?? -1]))
			// One number may stand in two records, such as 111 for an area and for all of England.
			.filter((card, at, lines) => lines.findIndex((other) => numberOf(other) === numberOf(card)) === at)
			.slice(0, MOST_NIGHT_LINES)
	);
}

const numberOf = ({ phone, textLine }: Card) => phone ?? textLine;
const isOpenAllNight = (hours: Hours | undefined) => hours?.always === true;

function walkIns(chooser: Chooser, { walkIn }: LeafletAudience, told: Told): Card[] {
	if (!walkIn) return [];
	return chooser
		.choose({ terms: walkIn, way: 'walk-in', from: 'area', limit: ALL }, told, false)
		.map(({ card }) => card)
		.filter(({ places }) => places?.some(({ postcode }) => postcode !== undefined));
}

function servicesFor(chooser: Chooser, need: LeafletNeed, means: Parameters<typeof addUp>[0]): Card[] {
	const told = addUp(means);
	return need.services.flatMap((query) => chooser.choose(query, told, false).map(({ card }) => card));
}

/** Says plainly that there is none, and what to do instead. What is written for adults is not told to a child. */
function gapsOf(need: LeafletNeed, area: AreaInfo, council: string | undefined, told: Told): Picked[] {
	const terms = need.services.flatMap((query) => query.terms ?? []);
	const gap = area.missing.find(
		({ term, councils }) =>
			term !== undefined && terms.includes(term) && (!councils || (council !== undefined && councils.includes(council)))
	);
	const words =
		gap && told.age !== 'under-18'
			? { what: gap.what, instead: gap.instead }
			: { what: 'We know no service for this here.', instead: 'Ask the first number on this leaflet.' };
	return [{ kind: 'gap', ...words, weight: WEIGHT.gap }];
}
