import type { InBrowser } from './browser/index.ts';
import type { Repeated } from './repeats/index.ts';

/** A table as Markdown, its columns as wide as their widest cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
	const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
	return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** Milliseconds with as many digits as matter. */
export function ms(value: number): string {
	return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** A share as a number of a hundred. */
export function percent(share: number): string {
	return `${(share * 100).toFixed(1)} %`;
}

/** Bytes in thousands. */
export function kilobytes(bytes: number): string {
	return bytes === 0 ? '0' : `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} KB`;
}

/** The search in Chromium, as Markdown. */
export function reportBrowser(measured: readonly InBrowser[]): string {
	const head = [
		'records',
		'p50 ms',
		'p95 ms',
		'worst ms',
		'first keys: p95',
		'worst',
		'to the answer: p95',
		'worst',
		'index ms',
		'tasks over 50 ms',
		'longest'
	];
	const rows = measured.map(({ records, keys, first, answers, build, longTasks, longest }) => [
		String(records),
		...[keys.p50, keys.p95, keys.worst, first.p95, first.worst, answers.p95, answers.worst, build].map(ms),
		String(longTasks),
		ms(longest)
	]);
	return ['### Search in Chromium, six times slower', '', table(head, rows)].join('\n');
}

/** Everything else that repeats, as Markdown. */
export function reportRepeats(measured: readonly Repeated[]): string {
	const rows = measured.map(({ what, records, ours, naive }) => [
		what,
		String(records),
		ms(ours),
		ms(naive),
		(naive / ours).toFixed(1)
	]);
	return [
		'### Everything else that repeats',
		'',
		table(['what', 'records', 'ours ms', 'plain way ms', 'plain / ours'], rows)
	].join('\n');
}
