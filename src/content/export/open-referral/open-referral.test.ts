import { describe, expect, it } from 'vitest';
import { PUBLISHED } from '../../../data/terms.ts';
import { readContent } from '../../read/index.ts';
import { readPlaceTables } from '../../read/place-tables.ts';
import { publicationOf } from '../publication.ts';
import { openReferral } from './index.ts';
import { standardFaults, standardFolder } from './standard.ts';

/** The real content, exported. */
const content = readContent('.');
const publication = publicationOf(content, readPlaceTables('.'));
const files = openReferral(publication, 'https://fingerpost.example');

const folder = (name: string) => [...files].filter(([path]) => path.startsWith(`${name}/`));

/** What each file must fit: in the UK profile, and in HSDS 3.0, whose fields the profile drops. */
const SINGLE = {
	services: 'service',
	organizations: 'organization',
	service_at_locations: 'service_at_location'
} as const;
const PLAIN = { taxonomies: 'taxonomy', taxonomy_terms: 'taxonomy_term' } as const;

function contents(path: string): unknown[] {
	const page = files.get(path);
	if (typeof page !== 'object' || page === null || !('contents' in page) || !Array.isArray(page.contents)) {
		throw new Error(`${path} is no page`);
	}
	return page.contents;
}

/** Ids of all entities in a value, but not of terms, which are shared, or of what stands under `left`, which is said twice. */
function idsIn(value: unknown, left: string): unknown[] {
	if (Array.isArray(value)) return value.flatMap((each) => idsIn(each, left));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, part]) =>
		key === 'id' ? [part] : key === left || key === 'taxonomy_term' ? [] : idsIn(part, left)
	);
}

const isFound = standardFolder() !== undefined;

it('is checked against the standard in CI, always', () => {
	const inCi = Boolean(process.env['CI']);
	expect(
		isFound || !inCi,
		'The schemas of Open Referral UK are missing: put them in ../shared/standards/open-referral-uk or name their folder in FINGERPOST_STANDARDS.'
	).toBe(true);
});

describe.runIf(isFound)('the export, against the schemas (skipped only where they are absent, and never in CI)', () => {
	it('fits Open Referral UK 3.0 in every file', () => {
		const compiled = standardFaults('schema/compiled');
		const plain = standardFaults('schema');
		const faults = [
			...Object.entries(SINGLE).flatMap(([name, schema]) => [
				...folder(name).flatMap(([path, value]) => compiled(schema, value).map((fault) => `${path}${fault}`)),
				...contents(`${name}.json`).flatMap((value) => compiled(`${schema}_list`, value))
			]),
			...Object.entries(PLAIN).flatMap(([name, schema]) => [
				...folder(name).flatMap(([path, value]) => plain(schema, value).map((fault) => `${path}${fault}`)),
				...contents(`${name}.json`).flatMap((value) => plain(schema, value))
			])
		];
		expect(faults).toEqual([]);
	});

	it('fits HSDS 3.0, where the UK profile has no place for phones', () => {
		const faults = standardFaults('hsds-3.0');
		const found = Object.entries({ ...SINGLE, ...PLAIN }).flatMap(([name, schema]) =>
			folder(name).flatMap(([path, value]) => faults(schema, value).map((fault) => `${path}${fault}`))
		);
		expect(found).toEqual([]);
	});

	it('would be caught if it were broken', () => {
		const compiled = standardFaults('schema/compiled');
		const hsds = standardFaults('hsds-3.0');
		const [, good] = folder('services')[0] ?? [];
		if (typeof good !== 'object' || good === null) throw new Error('no service was exported');
		expect(compiled('service', { ...good, status: 'open' })).not.toEqual([]);
		expect(compiled('service', { ...good, id: 'open-road-harlow' })).not.toEqual([]);
		expect(compiled('service', { ...good, name: undefined })).not.toEqual([]);
		expect(compiled('service', { ...good, service_areas: [{ name: 'Harlow' }] })).not.toEqual([]);
		expect(hsds('service', { ...good, phones: [{ id: '0c1f5f0e-6f0e-4b0e-8b0e-0c1f5f0e6f0e' }] })).not.toEqual([]);
	});
});

describe('the export', () => {
	it('has each published service once, and no other', () => {
		const published = content.services.filter(({ record }) => PUBLISHED.some((listing) => listing === record.listing));
		expect(folder('services')).toHaveLength(published.length);
		expect(contents('services.json')).toHaveLength(published.length);
	});

	it('has no null and no empty text', () => {
		expect([...files].filter(([, value]) => /(:|\[|,)(null|"")/.test(JSON.stringify(value))).map(([path]) => path)).toEqual([]);
	});

	it('gives each thing an id of its own', () => {
		for (const [, value] of folder('services')) {
			const ids = idsIn(value, 'contacts').filter((id) => id !== undefined);
			expect(new Set(ids).size).toBe(ids.length);
		}
	});

	it('is the same each time it is made', () => {
		expect([...openReferral(publicationOf(content, readPlaceTables('.')), 'https://fingerpost.example')]).toEqual([...files]);
	});
});
