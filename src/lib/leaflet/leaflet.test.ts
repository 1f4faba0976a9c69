import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildFiles } from '../../content/build.ts';
import { isArea, isCards, isDetails } from '../../data/guards.ts';
import { isLeafletContent } from '../../data/pages/leaflets.ts';
import type { Card, Detail } from '../../data/record.ts';
import { isSafetyNotes } from '../../data/pages/safety.ts';
import { isAdultOnly, isChildrenOnly } from '../pathway/services/fit.ts';
import { serves } from '../place/serves.ts';
import {
	choosableCouncils,
	compose,
	FORMATS,
	fromFragment,
	needsFor,
	pick,
	printable,
	toFragment,
	WEIGHT
} from './index.ts';
import type { Choices } from './index.ts';

/** The real content: what must hold of every leaflet that can be made of it. */
const { files } = buildFiles(process.cwd());
const read = <T>(role: string, guard: (value: unknown) => value is T): T => {
	const [, text = ''] = [...files].find(([name]) => name.startsWith(`${role}.`)) ?? [];
	const value: unknown = JSON.parse(text);
	if (!guard(value)) throw new Error(`${role} is not what it should be`);
	return value;
};
const lists = <T>(part: string, guard: (value: unknown) => value is T[]): T[] =>
	[...files].flatMap(([name, text]) => {
		const value: unknown = name.includes(`.${part}-`) ? JSON.parse(text) : [];
		return guard(value) ? value : [];
	});
const content = read('leaflets', isLeafletContent);
const areas = [...files].flatMap(([name, text]) => {
	const value: unknown = name.startsWith('areas.') ? JSON.parse(text) : undefined;
	return isArea(value) ? value : [];
});
const notes = read('safety', isSafetyNotes);
const cards = [...new Map(lists<Card>('cards', isCards).map((card) => [card.id, card])).values()];
const details = new Map(lists<Detail>('details', isDetails).map((detail) => [detail.id, detail]));
const world = {
	cards,
	areas,
	holidays: { from: '2026-01-01', to: '2027-12-31', days: [] },
	now: Date.parse('2026-11-24T11:00Z')
};

/** Every leaflet: each area, each council of it or none, each audience. All needs are chosen. */
const all = printable(areas).flatMap((area) =>
	[undefined, ...choosableCouncils(area).map(({ id }) => id)].flatMap((council) =>
		content.audiences.map((audience) => ({ area, council, audience }))
	)
);
function make({ area, council, audience }: (typeof all)[number]) {
	const choices: Choices = {
		area: area.id,
		...(council && { council }),
		audience: audience.id,
		needs: content.needs.map(({ id }) => id),
		format: 'sheet',
		large: false
	};
	const picked = pick(choices, { content, world, area });
	const shown = picked.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'service' ? item.card : [])));
	const sections = compose(picked, { area, council, audience, notes, detail: (id) => details.get(id) });
	return { picked, shown, sections, items: sections.flatMap(({ items }) => items) };
}
const nameOf = ({ area, council, audience }: (typeof all)[number]) => `${area.id} ${council ?? ''} ${audience.id}`;

describe.each(all.map((one) => [nameOf(one), one] as const))('the leaflet of %s', (_name, one) => {
	const { picked, shown, sections, items } = make(one);
	const isForChildren = one.audience.means.age === 'under-18';

	test('keeps the walls of age and council', () => {
		expect(shown.length).toBeGreaterThan(3);
		if (isForChildren) expect(shown.filter(isAdultOnly).map(({ id }) => id)).toEqual([]);
		const doors = new Set(one.area.frontDoors.filter((door) => door.for !== 'adults').map(({ service }) => service));
		if (!isForChildren && !one.audience.doors.includes('under-18'))
			expect(shown.filter((card) => isChildrenOnly(card) && !doors.has(card.id)).map(({ id }) => id)).toEqual([]);
		const councils = one.council ? [one.council] : one.area.councils.map(({ id }) => id);
		expect(shown.filter((card) => serves(card, councils) === 'no').map(({ id }) => id)).toEqual([]);
	});

	test('bears every safety line of its reader, as what must be there, and the lines of a need above its services', () => {
		const must = sections[0]?.items.filter(({ weight }) => weight <= WEIGHT.danger).map(({ id }) => id);
		expect(must).toEqual(one.audience.safety);
		for (const need of needsFor(content, one.audience.id)) {
			const said = items.map(({ id }) => id);
			for (const note of need.safety ?? []) expect(said).toContain(note);
		}
	});

	test('has a front door and lines at night, each service once', () => {
		expect(
			picked.some(
				({ id, items: inside }) => id.startsWith('door-') && inside.some(({ weight }) => weight === WEIGHT.door)
			)
		).toBe(true);
		const night = sections.find(({ id }) => id === 'night')?.items ?? [];
		expect(night.length).toBeGreaterThan(0);
		for (const line of night)
			expect(line.kind === 'service' && line.phone && /all day, every day/.test(line.hours ?? '')).toBeTruthy();
		expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
	});

	test('calls no hours certain that nobody confirmed, and prints no secret address', () => {
		for (const item of items) {
			if (item.kind !== 'service') continue;
			const card = shown.find(({ id }) => id === item.id);
			const hours = [item.hours ?? [], ...item.places.map((place) => place.hours)].flat();
			if (card?.listing !== 'listed') {
				expect(item.mark).toMatch(/^(Ring|Check) first$/);
				for (const words of hours) expect(words).toMatch(/(Should be|not known|not checked since)/);
			}
			const secret = (details.get(item.id)?.locations ?? []).filter(({ confidential }) => confidential);
			for (const { address, postcode } of secret)
				for (const { where } of item.places) {
					if (address) expect(where).not.toContain(address);
					if (postcode) expect(where).not.toContain(postcode);
				}
		}
	});
});

test('no needle, naloxone or prison service is offered to a child', () => {
	const children = all.filter(({ audience }) => audience.means.age === 'under-18');
	expect(children.length).toBeGreaterThan(0);
	for (const one of children)
		for (const card of make(one).shown)
			expect(['needle-exchange', 'naloxone', 'prison', 'detox', 'rehab'], `${nameOf(one)}: ${card.id}`).not.toContain(
				card.terms[0]
			);
});

describe('choices', () => {
	test('go into an address and come back', () => {
		const choice = fc.constantFrom(...all).chain(({ area, council, audience }) =>
			fc.record({
				area: fc.constant(area.id),
				...(council && { council: fc.constant(council) }),
				audience: fc.constant(audience.id),
				needs: fc.subarray(needsFor(content, audience.id).map(({ id }) => id)),
				format: fc.constantFrom(...FORMATS),
				large: fc.boolean()
			})
		);
		fc.assert(
			fc.property(choice, (chosen) => {
				expect(fromFragment(toFragment(chosen), content, areas)).toEqual({ ...chosen });
			})
		);
	});

	test('of any address whatever are choices that can be printed', () => {
		fc.assert(
			fc.property(fc.string(), fc.webFragments(), (text, fragment) => {
				for (const each of [text, fragment, `area=${text}&for=${fragment}&need=${text}&council=${text}`]) {
					const read = fromFragment(each, content, areas);
					expect(content.audiences.map(({ id }) => id)).toContain(read.audience);
					expect(FORMATS).toContain(read.format);
				}
			})
		);
	});
});
