import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { areasOf, NATIONAL, packsOf, TOWNS, WHEREABOUTS } from '../../../data/files/packs.ts';
import { isPlaces, type Places } from '../../../data/places/places.ts';
import type { MapBase } from '../../../data/places/map.ts';
import { unpackLine } from '../../../data/places/map-lines.ts';
import type { DataIndex } from '../../../data/record.ts';
import { areaIndexFiles } from '../../../lib/by-area/join-areas.ts';
import { loadMap } from '../../../lib/map/load-map.ts';
import { bundlesFor, INDEX } from '../../../lib/offline/store/data-index.ts';
import { DataStore, DataUnavailable, type Fetch } from '../../../lib/offline/store/data-store.ts';
import { MemoryShelf } from '../../../lib/offline/store/shelf.ts';
import { includePlace, includePoint, readPlaces } from '../../../lib/by-area/index.ts';
import { findPlace, findPoint } from '../../../lib/place/index.ts';
import { codeOf } from '../../../lib/plan/codes.ts';
import { buildFiles } from '../../build.ts';

/** The real directory, as it comes whole, and as it would come area by area. */
const whole = buildFiles(process.cwd(), 'whole').files;
const byArea = buildFiles(process.cwd(), 'by-area').files;
const from =
	(files: ReadonlyMap<string, string>): Fetch =>
	(name) =>
		Promise.resolve(files.get(name));
const nothing: Fetch = () => Promise.resolve(undefined);

const wholeStore = new DataStore(new MemoryShelf(), from(whole));
const index = await wholeStore.index();
const areas = areasOf(Object.keys(index.packs)).filter((area) => area !== NATIONAL);
const cards = await wholeStore.cards(Object.keys(index.packs));
const places = await wholeStore.file('places', isPlaces);
/** Files that everybody who types a place asks for. */
const KNOWN_ROLES = new Set(['index', 'districts', 'places', TOWNS]);
/** A shelf that outlives visits, as a browser's does. */
class Kept extends MemoryShelf {
	override readonly lasting = true;
}
/** A phone that has looked at nothing yet. `fetched` are the names of the files that it asked for. */
function phone(files = byArea) {
	const fetched: string[] = [];
	const shelf = new Kept();
	const store = new DataStore(shelf, (name) => {
		fetched.push(name);
		return Promise.resolve(files.get(name));
	});
	return { store, shelf, fetched };
}

describe('with all areas, nothing is lost and nothing is added', () => {
	const all = new DataStore(new MemoryShelf(), from(byArea), 'all');

	test('cards, areas and what has moved', async () => {
		const joined = await all.index();
		expect(await all.cards(Object.keys(joined.packs))).toEqual(cards);
		expect(await all.areas()).toEqual(await wholeStore.areas());
		expect(joined.moved).toEqual(index.moved);
		expect(joined.packs).toEqual(index.packs);
	});

	test('places: each district, sector, exception and name is answered alike', async () => {
		const joined = await readPlaces(all);
		for (const typed of everyPlace(places)) expect(findPlace(typed, joined), typed).toEqual(findPlace(typed, places));
	});

	test('the map: areas with the same edges, and councils in the same areas', async () => {
		const [joined, before] = await Promise.all([loadMap(all), loadMap(wholeStore)]);
		expect(edges(joined)).toEqual(edges(before));
		expect(councilsOn(joined)).toEqual(councilsOn(before));
		expect(joined.names).toEqual(before.names);
		expect(joined.outsideNames).toEqual(before.outsideNames);
	});
});

describe.each(areas)('a phone that asked for %s', (area) => {
	test('has its services and those for all England, and no others', async () => {
		const { store } = phone();
		const own = new Set(packsOf(Object.keys(index.packs), [area, NATIONAL]));
		expect(await store.cards([area])).toEqual(await wholeStore.cards([area]));
		expect(new Set(Object.keys((await store.index()).packs))).toEqual(own);
		expect((await store.areas()).map(({ id }) => id).sort()).toEqual([area, NATIONAL].sort());
	});

	test('fetches no more for it than a phone does where all comes whole (within a tenth), and less for a changed record', async () => {
		const { store } = phone();
		await store.include([area]);
		const joined = await store.index();
		const own = areaIndexFiles(joined, [area]);
		const bytes = (files: ReadonlyMap<string, string>, names: readonly string[]) =>
			names.reduce((sum, name) => sum + gzipSync(files.get(name) ?? '').length, 0);
		const bundles = (of: DataIndex) => bundlesFor(of, [area, NATIONAL]).map(({ name }) => name);
		const here = bytes(byArea, [INDEX, ...own, ...bundles(joined)]);
		expect(here).toBeGreaterThan(100_000);
		expect(here).toBeLessThanOrEqual(1.1 * bytes(whole, [INDEX, ...bundles(index)]));
		expect(bytes(byArea, [INDEX, ...own])).toBeLessThan(bytes(whole, [INDEX]));
	});

	test('tells each of its postcodes and towns to the same council', async () => {
		const { store } = phone();
		await store.include([area]);
		const own = await readPlaces(store);
		for (const typed of everyPlace(places)) {
			const { place } = findPlace(typed, places);
			if (place?.area === area && place.postcode) expect(findPlace(typed, own).place, typed).toEqual(place);
		}
	});

	test('saves it, and works without a network from then on', async () => {
		const { store, shelf } = phone();
		await store.include([area]);
		expect(await store.refresh(1_000)).toEqual({ state: 'saved', changed: false });
		const later = new DataStore(shelf, nothing);
		expect((await later.savedAreas()).sort()).toEqual([area, NATIONAL].sort());
		expect(await later.cards([area, NATIONAL])).toEqual(await wholeStore.cards([area, NATIONAL]));
		const one = (await later.cards([area])).find((card) => card.area === area);
		if (one) expect(await later.service(one.id)).toEqual(await wholeStore.service(one.id));
		const other = areas.find((each) => each !== area && packsOf([each], [area]).length === 0) ?? '';
		await later.cards([other, NATIONAL]);
		expect(later.partial).toBe(true);
	});
});

describe('what a person types leads to its area', () => {
	test('every postcode and town that is in one area', async () => {
		for (const typed of everyPlace(places)) {
			const { place } = findPlace(typed, places);
			if (!place?.area || place.partlyOutside) continue;
			const { store, fetched } = phone();
			await includePlace(store, typed);
			expect(Object.keys((await store.index()).packs), typed).toContain(place.area);
			expect(findPlace(typed, await readPlaces(store)).place?.councils, typed).toContain(place.councils[0]);
			// Nobody is told what was typed: files are asked for by area.
			const roles = fetched.map((name) => name.replace(/\.[0-9a-f]+\.json$|\.json$/, ''));
			expect(roles.filter((role) => !KNOWN_ROLES.has(role) && !areas.some((area) => role.endsWith(`.${area}`)))).toEqual([]);
		}
	});

	test('a slip, words around it, and a place outside', async () => {
		const asked = async (typed: string) => {
			const { store } = phone();
			await includePlace(store, typed);
			return areasOf(Object.keys((await store.index()).packs));
		};
		expect(await asked('near Ketering')).toContain('northamptonshire');
		expect(await asked('le16 8th')).toEqual(expect.arrayContaining(['leicester-leicestershire-rutland', 'northamptonshire']));
		expect(await asked('M1 1AE')).toEqual([NATIONAL]);
		expect(await asked('')).toEqual([NATIONAL]);
		expect(await asked('constructor')).toEqual([NATIONAL]);
	});

	test('the device’s own point', async () => {
		for (const council of places.councils) {
			const point = { lat: council.lat, lon: council.lon };
			const { store } = phone();
			await includePoint(store, point);
			expect(findPoint(point, await readPlaces(store)).councils).toEqual(findPoint(point, places).councils);
		}
	});
});

describe('a service that no area on the phone has', () => {
	test('is found by its id, in one area more, whichever it is', async () => {
		for (const card of cards.filter(({ area }) => area !== NATIONAL).filter((_, i) => i % 7 === 0)) {
			const { store } = phone();
			expect((await store.service(card.id))?.card).toEqual(card);
		}
		const { store } = phone();
		expect(await store.service('there-never-was-one')).toBeUndefined();
	});

	test('is found by its code in a plan; one that has moved is known to have moved', async () => {
		const { store } = phone();
		const moved = Object.keys(index.moved);
		for (const id of moved) await store.includeCode(codeOf(id));
		for (const id of moved) expect((await store.index()).moved[id]).toEqual(index.moved[id]);
		expect(await store.includeCode('000000')).toBe(false);
	});

	test('without a network is not said to be gone', async () => {
		const { store, shelf } = phone();
		await store.refresh(1_000);
		const later = new DataStore(shelf, nothing);
		const elsewhere = cards.find(({ area }) => area === 'essex');
		await expect(later.service(elsewhere?.id ?? '')).rejects.toThrow(DataUnavailable);
	});
});

test('a phone from the time when all came whole keeps what it had', async () => {
	const shelf = new Kept();
	await new DataStore(shelf, from(whole)).refresh(1_000);
	const next = new DataStore(shelf, from(byArea));
	expect((await next.refresh(2_000)).state).toBe('saved');
	expect((await next.savedAreas()).sort()).toEqual([...areas, NATIONAL].sort());
	expect(await new DataStore(shelf, nothing).cards(areas)).toEqual(await wholeStore.cards(areas));
});

test('an area that a page asks for while the phone saves is joined, and saved the next time', async () => {
	const shelf = new Kept();
	await new DataStore(shelf, from(whole)).refresh(1_000);
	for (const name of await shelf.names()) if (!name.startsWith('national')) await shelf.delete(name);
	const store = new DataStore(shelf, from(byArea));
	const saving = store.refresh(2_000);
	await store.include(['thurrock']);
	await saving;
	expect(await store.cards(['thurrock'])).toEqual(await wholeStore.cards(['thurrock']));
	await store.refresh(3_000);
	expect((await store.savedAreas())).toContain('thurrock');
});

test('what everyone needs names no area’s files, and small files that nobody keeps tell where things are', async () => {
	const { store, fetched } = phone();
	await store.refresh(1_000);
	const { files } = await store.index();
	expect(fetched.filter((name) => areas.some((area) => name.split('.').includes(area)))).toEqual([]);
	expect(fetched.some((name) => name.startsWith(TOWNS) || name.startsWith(WHEREABOUTS))).toBe(false);
	expect(Object.keys(files)).toContain(TOWNS);
	expect(byArea.has(INDEX)).toBe(true);
});

/** Every district, sector, exception and name of the table, as people may type them. */
function everyPlace({ sectors, names, councils }: Places): string[] {
	const postcodes = Object.entries(sectors).flatMap(([outward, list]) => [
		outward,
		...list.flatMap(([digit, , , , exceptions = {}]) => [
			`${outward} ${digit}`,
			...Object.values(exceptions).map((units) => `${outward} ${digit}${units.slice(0, 2)}`)
		])
	]);
	return [...postcodes, ...names.map(([name]) => name), ...councils.map(({ name }) => name)];
}

/** The points of each area's edge, by its id. */
function edges({ areas, boundaries }: MapBase): Record<string, unknown> {
	return Object.fromEntries(
		areas.map(({ id, ring }) => [
			id,
			ring.flatMap((part) => {
				const points = unpackLine(boundaries[Math.abs(part) - 1]?.[0] ?? []);
				return part < 0 ? points.toReversed() : points;
			})
		])
	);
}

function councilsOn({ areas, councils }: MapBase): Record<string, string | undefined> {
	return Object.fromEntries(councils.map(({ name, area }) => [name, areas[area]?.id]).sort());
}
