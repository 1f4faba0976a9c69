import { kilobytes, ms, percent, table } from '../report.ts';
import type { SearchBench } from './index.ts';

/** The comparison of search engines, as Markdown. */
export function reportSearch({ speed, quality }: SearchBench): string {
	const ours = (records: number) =>
		speed.find((each) => each.engine === 'ours' && each.records === records)?.keys.p95 ?? 0;
	const rows = speed.map(({ engine, records, keys, sampled, build, heap, shipped, code }) => [
		String(records),
		engine,
		ms(keys.p50),
		ms(keys.p95),
		ms(keys.worst),
		(keys.p95 / (ours(records) || 1)).toFixed(1),
		String(sampled),
		ms(build),
		`${(heap / 1e6).toFixed(1)} MB`,
		`${kilobytes(code)} + ${kilobytes(shipped)}`
	]);
	const head = [
		'records',
		'engine',
		'p50 ms',
		'p95 ms',
		'worst ms',
		'p95 / ours',
		'keys',
		'build ms',
		'heap',
		'code gz + index'
	];
	const answers = quality.map(({ engine, records, set, queries, plain, helped }) => [
		String(records),
		`${set} (${queries})`,
		engine,
		...[plain.first, plain.firstThree, plain.wrong, plain.nothing].map(percent),
		engine === 'ours' ? '' : `${percent(helped.first)} / ${percent(helped.firstThree)}`
	]);
	const columns = [
		'records',
		'queries',
		'engine',
		'right first',
		'in first three',
		'wrong kind',
		'nothing',
		'with our synonyms'
	];
	return ['### Search: time of a keystroke, and answers', '', table(head, rows), '', '', table(columns, answers)].join(
		'\n'
	);
}
