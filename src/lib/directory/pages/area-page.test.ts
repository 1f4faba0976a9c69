import { expect, test } from 'vitest';
import { DATA_SCHEMA, type AreaInfo, type Card, type DataIndex } from '../../../data/record.ts';
import { loadAreaPage } from './area-page.ts';
import { testCard } from '../service/test-card.ts';

const area: AreaInfo = { id: 'essex', name: 'Essex', about: 'About.', councils: [], frontDoors: [], missing: [] };
const index: DataIndex = {
	schema: DATA_SCHEMA,
	version: '0123456789ab',
	made: '2026-11-21',
	packs: {},
	files: {},
	moved: {}
};
const page = (cards: Card[]) =>
	loadAreaPage(
		{
			index: () => Promise.resolve(index),
			areas: () => Promise.resolve([area]),
			cards: () => Promise.resolve(cards)
		},
		'essex'
	);

test('by need: sure before ring first, checked within a year before older, then by name', async () => {
	const card = (name: string, listing: Card['listing'], checked: string) =>
		testCard({ id: name.toLowerCase(), name, listing, checked, area: 'essex', terms: ['treatment'] });
	const found = await page([
		card('Aged', 'listed', '2025-01-01'),
		card('Brave', 'confirm-first', '2026-11-01'),
		card('Calm', 'listed', '2026-10-01'),
		card('Dear', 'listed', '2026-01-01')
	]);
	expect(found?.byNeed.map(({ cards }) => cards.map(({ name }) => name))).toEqual([['Calm', 'Dear', 'Aged', 'Brave']]);
});

test('there is no page for an area that is not there', async () => {
	expect(
		await loadAreaPage(
			{ index: () => Promise.resolve(index), areas: () => Promise.resolve([]), cards: () => Promise.resolve([]) },
			'x'
		)
	).toBeUndefined();
});
