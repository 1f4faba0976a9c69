import { describe, expect, it } from 'vitest';
import { isArea, isCards, isDataIndex, isDetails, isWholes } from '../../data/guards.ts';
import { PUBLISHED } from '../../data/terms.ts';
import { parseData } from '../../lib/offline/store/parse-data.ts';
import { buildFiles } from '../build.ts';
import { readContent } from '../read/index.ts';

/** The real content, compiled. */
const ROOT = process.cwd();
const { files } = buildFiles(ROOT);
const content = readContent(ROOT);
const published = content.services.filter(({ record }) => PUBLISHED.some((listing) => listing === record.listing));

const parsed = [...files].map(([name, text]): [name: string, value: unknown] => [name, parseData(text)]);
const listsOf = <T>(part: string, guard: (value: unknown) => value is T[]) =>
	parsed
		.filter(([name]) => name.includes(`.${part}-`) && !name.includes('.pharmacies.'))
		.flatMap(([name, value]) => {
			if (!guard(value)) throw new Error(`${name} is not what it should be`);
			return value;
		});
const pharmacies = parsed.flatMap(([name, value]) => (name.includes('.pharmacies.cards-') && isWholes(value) ? value : []));
const cards = [...listsOf('cards', isCards), ...pharmacies.map(({ card }) => card)];
const details = [...listsOf('details', isDetails), ...pharmacies.map(({ detail }) => detail)];

describe('the compiled data', () => {
	it('passes the guards that the app reads it with', () => {
		expect(isDataIndex(JSON.parse(files.get('index.json') ?? ''))).toBe(true);
		expect(parsed.filter(([name]) => name.startsWith('areas.')).every(([, value]) => isArea(value))).toBe(true);
	});

	it('holds every published service, with its detail, and no other', () => {
		const wanted = [...new Set(published.map(({ record }) => record.id))].sort();
		expect([...new Set(cards.map(({ id }) => id))].sort()).toEqual(wanted);
		expect([...new Set(details.map(({ id }) => id))].sort()).toEqual(wanted);
	});

	it('holds no number that must never ship', () => {
		const text = JSON.stringify(parsed.filter(([name]) => name !== 'index.json'));
		const shown = new Set([...text.matchAll(/"(?:number|phone|textLine|dial)":"([^"]+)"/g)].map(([, number]) => number?.replace(/\D/g, '')));
		const blocked = content.blockedNumbers.map(({ record }) => record.number.replace(/\D/g, ''));
		expect(blocked.length).toBeGreaterThan(0);
		expect(blocked.filter((number) => shown.has(number))).toEqual([]);
	});

	it('holds no phone or address that stands only in drafts', () => {
		const said = (records: typeof content.services) =>
			new Set(
				records.flatMap(({ record }) => [
					...(record.phones ?? []).map(({ number }) => number),
					...(record.locations ?? []).flatMap(({ postal_code, address_1 }) => [postal_code ?? [], address_1 ?? []].flat())
				])
			);
		const open = said(published);
		const hidden = [...said(content.services.filter((service) => !published.includes(service)))].filter((each) => !open.has(each));
		const text = [...files.values()].join('\n');
		expect(hidden.filter((each) => text.includes(JSON.stringify(each)))).toEqual([]);
	});

	it('gives no point for a place that is kept secret', () => {
		const secret = published.filter(({ record }) => record.locations?.some(({ confidential }) => confidential));
		expect(secret.length).toBeGreaterThan(0);
		for (const { record } of secret) {
			const detail = details.find(({ id }) => id === record.id);
			for (const location of detail?.locations?.filter(({ confidential }) => confidential) ?? []) {
				expect(Object.keys(location)).not.toEqual(expect.arrayContaining(['address']));
				expect(location).not.toHaveProperty('lat');
				expect(location).not.toHaveProperty('postcode');
			}
		}
	});

	it('is the same each time it is made', () => {
		expect([...buildFiles(ROOT).files]).toEqual([...files]);
	});

	it('stands in files whose names carry their hash', () => {
		for (const name of files.keys()) expect(name).toMatch(/^(index|[a-z.-]+(-\d+)?\.[0-9a-f]{12})\.json$/);
	});
});
