import { describe, expect, it } from 'vitest';
import { PUBLISHED } from '../../data/terms.ts';
import { contentTexts, seen, SERVICE_FILE, validService } from '../check/fixture.ts';
import { textsIn } from '../read/files.ts';
import { readTexts, type Content } from '../read/index.ts';
import { readPlaceTables } from '../read/place-tables.ts';
import { exportFiles, FORMATS } from './index.ts';
import { publicationOf } from './publication.ts';

/** Web addresses that are not of our own site: they have words of their own. */
const OTHER_SITES = /https?:\/\/(?!fingerpost\.example)[^\s"<]+/g;

const tables = readPlaceTables('.');
const texts = textsIn('.');
const real = readTexts(texts);

/** Every export of some content, as texts by path. */
const exported = (content: Content) =>
	FORMATS.flatMap((format) => [...exportFiles(format, publicationOf(content, tables), 'https://fingerpost.example')]);
const files = exported(real);
const everything = files.map(([, text]) => text).join('\n');

const isPublished = ({ record }: Content['services'][number]) =>
	PUBLISHED.some((listing) => listing === record.listing);
const published = real.services.filter(isPublished);
const hidden = real.services.filter((service) => !isPublished(service));

/** Digits of everything in a text that looks like a British phone number, however it is spaced. */
function numbersIn(text: string): Set<string> {
	const found = text.match(/(?:\+44|\b0)[\d\s().-]{5,}\d/g) ?? [];
	return new Set(found.map((number) => number.replace(/\D/g, '').replace(/^44/, '0')));
}

describe('no export of the real content holds', () => {
	it('the id of a draft, closed or superseded record', () => {
		const words = new Set(everything.replaceAll(OTHER_SITES, '').match(/[\w-]+/g));
		expect(hidden.length).toBeGreaterThan(0);
		expect(words.has('open-road-harlow')).toBe(true);
		// The organization of a published service may have the id of a draft: "Phoenix Futures" is both.
		const open = new Set(published.map(({ record }) => record.organization));
		const ids = hidden.map(({ record }) => record.id).filter((id) => !open.has(id));
		expect(ids.filter((id) => words.has(id))).toEqual([]);
	});

	it('a blocked number', () => {
		const shown = numbersIn(everything);
		const blocked = real.blockedNumbers.map(({ record }) => record.number.replace(/\D/g, ''));
		expect(shown.has('01279434621')).toBe(true);
		expect(blocked.length).toBeGreaterThan(0);
		expect(blocked.filter((number) => shown.has(number))).toEqual([]);
	});

	it('a phone, street or postcode that stands in hidden records only', () => {
		const said = (services: Content['services']) =>
			new Set(
				services.flatMap(({ record: { phones = [], locations = [] } }) => [
					...[...phones, ...locations.flatMap((location) => location.phones ?? [])].map(({ number }) => number),
					...locations.flatMap(({ address_1, postal_code }) => [address_1 ?? [], postal_code ?? []].flat())
				])
			);
		const open = [...said(published)];
		const secret = [...said(hidden)].filter((each) => !open.some((text) => text.includes(each)));
		expect(secret.length).toBeGreaterThan(0);
		expect(secret.filter((each) => everything.includes(each))).toEqual([]);
	});

	it('a note for editors', () => {
		const notes = real.services.flatMap(({ record }) => record.notes ?? []);
		expect(notes.length).toBeGreaterThan(0);
		expect(notes.filter((note) => everything.includes(note))).toEqual([]);
	});
});

describe('a confidential place', () => {
	const door = {
		name: 'Larkspur House',
		address_1: '7 Larkspur Lane',
		city: 'Harlow',
		postal_code: 'CM20 1XA',
		latitude: 51.7707,
		longitude: 0.0952,
		directions: 'Behind the larkspur hedge.',
		...seen
	};
	const exportedWith = (fields: object) => {
		const shared = Object.fromEntries(
			['content/vocabulary/taxonomy.yaml', 'content/places/holidays.yaml'].map((path) => [path, texts.get(path) ?? ''])
		);
		const service = validService({ locations: [{ ...door, ...fields }] });
		return exported(readTexts(contentTexts({ ...shared, [SERVICE_FILE]: service })))
			.map(([, text]) => text)
			.join('\n');
	};

	it('is in no export, nor is anything that would find its door', () => {
		const all = exportedWith({ confidential: true, phones: [{ number: '01279 111222', ...seen }] });
		expect(all).toContain('Well Street Hub');
		for (const word of [/larkspur/i, 'CM20 1XA', '51.7707', '0.0952']) expect(all).not.toMatch(word);
	});

	it('still has its phone in the exports', () => {
		const all = exportedWith({ confidential: true, phones: [{ number: '01279 111222', ...seen }] });
		expect(all).toContain('01279 111222');
	});

	it('would be found by this test if it were not confidential', () => {
		expect(exportedWith({})).toMatch(/larkspur/i);
	});
});
