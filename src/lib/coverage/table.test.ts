import { expect, test } from 'vitest';
import { buildFiles } from '../../content/build.ts';
import { isCoverageCounts } from '../../data/guards.ts';
import { coverageSummary } from './table.ts';

test('the summary counts, for each area and age, the kinds of help of which its table has none', () => {
	const { files, coverage } = buildFiles(process.cwd());
	const file = [...files.keys()].find((name) => name.startsWith('coverage.')) ?? '';
	const counts: unknown = JSON.parse(files.get(file) ?? '');
	if (!isCoverageCounts(counts)) throw new Error(file);
	const none = (id: string, at: number) =>
		coverage.areas.find((area) => area.id === id)?.rows.filter(({ cells }) => cells[at]?.services === 0).length;
	const summary = coverageSummary(counts, [...coverage.areas, { id: 'elsewhere', name: 'Elsewhere' }]);
	expect(summary.map(({ id }) => id)).toEqual(coverage.areas.map(({ id }) => id));
	for (const area of summary) expect(area.none).toEqual({ adults: none(area.id, 0), 'under-18': none(area.id, 1) });
	expect(summary.some((area) => area.none.adults > 0)).toBe(true);
	expect(summary.some((area) => area.none.adults !== area.none['under-18'])).toBe(true);
});
