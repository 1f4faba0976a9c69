import { isHolidays } from '../../data/guards.ts';
import { DEGREE_STEPS } from '../../data/places/places.ts';
import type { AreaInfo, Card } from '../../data/record.ts';
import { browseOrder } from '../../lib/directory/find/browse.ts';
import { Clusters } from '../../lib/map/clusters.ts';
import { mapPoints } from '../../lib/map/points.ts';
import type { DataStore } from '../../lib/offline/store/data-store.ts';
import { Chooser, makePlan, readPathways, type World } from '../../lib/pathway/index.ts';
import { distanceMiles, findPlace } from '../../lib/place/index.ts';
import { openAt, openCards } from '../../lib/schedule/index.ts';
import { randomFrom } from '../random.ts';
import { median, timed } from '../timing.ts';
import type { Material } from '../search/engine.ts';
import { clustersOneByOne } from './naive-clusters.ts';

/** A thing that repeats: milliseconds of ours and of the plain way to do it, in one run. */
export interface Repeated {
	what: string;
	records: number;
	ours: number;
	naive: number;
}

const ROUNDS = 5;
const SEED = 25;
/** A weekday morning: the clock is passed in, so that every run measures the same. */
const NOW = Date.parse('2026-11-24T10:00:00Z');
const CLOSEST_ZOOM = 16;
/** Views as somebody pans and zooms: width of the screen in degrees at each zoom, about. */
const ZOOMS = [6, 8, 10, 12, 14];
const DEGREES_AT_ZOOM_0 = 500;

/** Measures each thing that repeats on a directory, side by side with the plain way. */
export async function benchRepeats(store: DataStore, material: Material): Promise<Repeated[]> {
	const { cards, places } = material;
	const random = randomFrom(SEED);
	const records = cards.length;
	const holidays = await store.file('holidays', isHolidays);
	const areas = await store.areas();
	const one = (what: string, ours: () => unknown, naive: () => unknown): Repeated => ({
		what,
		records,
		...sideBySide(ours, naive)
	});

	const codes = Object.entries(places.sectors).flatMap(([outward, sectors]) =>
		sectors.map(([digit]) => `${outward} ${digit}`)
	);
	const asked = Array.from({ length: 200 }, () => `${codes[Math.floor(random() * codes.length)] ?? 'CM1 1'}AA`);
	/** As if the table were a list: the sectors of a postcode are looked for from its front to its back. */
	const lookedThrough = (code: string) => {
		const own = Object.entries(places.sectors).filter(([outward]) => code.startsWith(`${outward} `));
		return findPlace(code, { ...places, sectors: Object.fromEntries(own) });
	};

	const name = places.names[Math.floor(random() * places.names.length)];
	const near = { lat: (name?.[1] ?? 0) / DEGREE_STEPS, lon: (name?.[2] ?? 0) / DEGREE_STEPS };

	const points = mapPoints(cards);
	const clusters = new Clusters(points, CLOSEST_ZOOM);
	const views = ZOOMS.map((zoom) => {
		const point = points[Math.floor(random() * points.length)];
		const half = DEGREES_AT_ZOOM_0 / 2 ** zoom / 2;
		const [lat, lon] = [point?.lat ?? 52, point?.lon ?? 0];
		return { zoom, box: [lon - half, lat - half, lon + half, lat + half] as const };
	});

	return [
		one(
			'200 postcodes to councils',
			() => asked.map((code) => findPlace(code, places)),
			() => asked.map(lookedThrough)
		),
		one(
			'list by distance',
			() => browseOrder(cards, { councils: [], near }),
			() => cards.toSorted((a, b) => milesTo(a, near) - milesTo(b, near))
		),
		one(
			'open now, all services',
			() => cards.filter(openCards(NOW, holidays)),
			() =>
				cards.filter(({ hours, mainHours }) => {
					const own = mainHours === undefined ? undefined : hours?.[mainHours];
					return own !== undefined && openAt(own, NOW, holidays);
				})
		),
		...(await plans(store, cards, areas, one)),
		one(
			`clusters of ${points.length} points, ${views.length} views`,
			() => views.map(({ box, zoom }) => clusters.in(box, zoom)),
			() => views.map(({ box, zoom }) => clustersOneByOne(points, box, zoom))
		)
	];
}

function milesTo(card: Card, from: { lat: number; lon: number }): number {
	return Math.min(
		...(card.places ?? []).flatMap(({ lat, lon }) =>
			lat === undefined || lon === undefined ? [] : [distanceMiles(from, { lat, lon })]
		)
	);
}

/** Every plan for an adult in one area: with one chooser over the services of that area, and with a new one of all for each. */
async function plans(
	store: DataStore,
	cards: readonly Card[],
	areas: AreaInfo[],
	one: (what: string, ours: () => unknown, naive: () => unknown) => Repeated
): Promise<Repeated[]> {
	const graph = await readPathways(store);
	const holidays = await store.file('holidays', isHolidays);
	const area = areas.find(({ id }) => id === 'essex');
	if (!area) return [];
	const own = await store.cards([area.id, 'national']);
	const world = (list: readonly Card[]): World => ({ cards: [...list], areas, place: { area }, holidays, now: NOW });
	const outcomes = Object.values(graph.outcomes).slice(0, 20);
	return [
		one(
			'20 plans in one area',
			() => {
				const chooser = new Chooser(world(own));
				return outcomes.map((outcome) => makePlan(graph, outcome, [], chooser));
			},
			() => outcomes.map((outcome) => makePlan(graph, outcome, [], new Chooser(world(cards))))
		)
	];
}

/** Milliseconds of two jobs, in turns, so that what disturbs one disturbs the other; the middle of a few rounds. */
function sideBySide(ours: () => unknown, naive: () => unknown): { ours: number; naive: number } {
	const rounds = Array.from({ length: ROUNDS }, () => ({ ours: timed(ours).ms, naive: timed(naive).ms }));
	return { ours: median(rounds.map((round) => round.ours)), naive: median(rounds.map((round) => round.naive)) };
}
