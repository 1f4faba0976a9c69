import { kilobytes, table } from '../report.ts';
import type { Built } from './index.ts';

/** The builds of several sizes, side by side, as Markdown. */
export function reportNational(builds: readonly Built[]): string {
	const [first] = builds;
	const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(2)} GB`;
	const used = (each: { seconds: number; bytes: number } | undefined) =>
		each ? `${each.seconds.toFixed(0)} s, ${gigabytes(each.bytes)}` : 'not run';
	const rows: [string, (built: Built) => string][] = [
		['services (areas)', ({ services, areas }) => `${services} (${areas})`],
		['check: processor time, memory', ({ check }) => used(check)],
		['compile', ({ compile }) => used(compile)],
		['pages', ({ pages }) => used(pages)],
		['all of it, for a record, against the first', (built) => perRecord(built, first).toFixed(2)],
		['data files', ({ dataFiles }) => String(dataFiles)],
		['files of the site', ({ pages }) => (pages ? `${pages.files}, ${gigabytes(pages.size)}` : 'not run')],
		['largest data file', ({ largest }) => kilobytes(largest)],
		['a phone, for Essex (gzip)', ({ same }) => kilobytes(same)],
		['… against the first', ({ same }) => (same / (first?.same ?? same)).toFixed(2)],
		['a phone, for the middle area', ({ phone }) => kilobytes(phone)],
		['a phone, after one record changed', ({ changed }) => kilobytes(changed)],
		...[...new Set(builds.flatMap(({ parts }) => Object.keys(parts)))].map(
			(part): [string, (built: Built) => string] => [`… ${part}`, ({ parts }) => kilobytes(parts[part] ?? 0)]
		)
	];
	return [
		'### A directory as large as England',
		'',
		table(
			['', ...builds.map(({ services }) => `${services} services`)],
			rows.map(([name, cell]) => [name, ...builds.map(cell)])
		)
	].join('\n');
}

/** Processor time for a record, beside that of the smallest directory: 1 is linear. */
export function perRecord(built: Built, first: Built = built): number {
	const each = ({ check, compile, pages, services }: Built) =>
		(check.seconds + compile.seconds + (pages?.seconds ?? 0)) / services;
	return each(built) / each(first);
}
