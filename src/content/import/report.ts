import type { Difference } from './compare/compare.ts';
import type { Feed, Trouble } from './feed/feed.ts';

/** What an import found, and what it wrote. */
export interface ImportReport {
	feed: { name: string; url?: string; date?: string; how: string };
	/** Whether files were written. */
	written: string[];
	counts: {
		read: number;
		new: number;
		changed: number;
		kept: number;
		unchanged: number;
		vanished: number;
		outside: number;
	};
	/** What we do not have. */
	new: { at: string; id: string; name: string; file: string; notes: string[]; perhaps?: string }[];
	/** What we have and the feed says otherwise. */
	changed: ChangedRecord[];
	/** The same, where ours stays in every field. */
	kept: ChangedRecord[];
	/** What came from this feed, or stood in this list, and does not any more. */
	vanished: { id: string; name: string; file: string }[];
	/** Services of places that none of our areas covers, by the first half of their postcode. */
	outside: Record<string, number>;
	trouble: Trouble[];
	/** Fields that nothing was made from, with how often they stood there. */
	unused: { field: string; count: number }[];
}

export interface ChangedRecord {
	id: string;
	name: string;
	file: string;
	at: string;
	/** What it was recognised by. */
	by: string[];
	differences: Pick<Difference, 'field' | 'old' | 'new' | 'kept'>[];
}

/** The parts of a report that the feed alone decides. */
export function feedParts({
	source,
	services,
	trouble,
	unused
}: Feed): Pick<ImportReport, 'feed' | 'trouble' | 'unused'> & { read: number } {
	return {
		feed: {
			name: source.name,
			...(source.url !== undefined && { url: source.url }),
			...(source.date !== undefined && { date: source.date }),
			how: source.how
		},
		read: services.length,
		trouble,
		unused: [...unused]
			.map(([field, count]) => ({ field, count }))
			.toSorted((a, b) => b.count - a.count || (a.field < b.field ? -1 : 1))
	};
}

/** Longer lists are cut in the text; --json has all. */
const MOST_LINES = 40;
const MOST_TEXT = 100;

const short = (text: string) => (text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text);

function some<Value>(
	title: string,
	values: readonly Value[],
	lines: (value: Value) => string[],
	most: number
): string[] {
	if (values.length === 0) return [];
	const shown = values.slice(0, most).flatMap(lines);
	const rest = values.length - most;
	return ['', title, ...shown, ...(rest > 0 ? [`  … and ${rest} more: --all shows them, --json has them`] : [])];
}

function difference({ field, old, new: now, kept }: ChangedRecord['differences'][number]): string[] {
	const said = kept === undefined ? '' : `\n      ours stays: ${kept}`;
	return [
		`    ${field}: ${old === undefined ? '(nothing)' : short(old)} -> ${now === undefined ? '(nothing)' : short(now)}${said}`
	];
}

const record = ({ id, name, at, by, differences }: ChangedRecord) => [
	`  ${id}  ${name}  (${at}; by ${by.join(', ')})`,
	...differences.flatMap(difference)
];

/** The report as text. */
export function reportText(report: ImportReport, all: boolean): string {
	const { feed, counts } = report;
	const most = all ? Infinity : MOST_LINES;
	const outside = Object.entries(report.outside).toSorted(([, a], [, b]) => b - a);
	const lines = [
		`${feed.name}${feed.date === undefined ? ', no date' : `, ${feed.date}`}: ${counts.read} services read`,
		`  ${counts.new} new, ${counts.changed} changed, ${counts.kept} differ and ours stays, ${counts.unchanged} the same, ${counts.vanished} vanished${counts.outside > 0 ? `, ${counts.outside} outside our areas` : ''}`,
		...some(
			'New',
			report.new,
			({ id, name, at, perhaps }) => [
				`  ${id}  ${name}  (${at})${perhaps === undefined ? '' : `\n    has the phone and postcode of "${perhaps}": is it the same?`}`
			],
			most
		),
		...some('Changed', report.changed, record, most),
		...some('Differ, and ours stays', report.kept, record, most),
		...some(
			'Vanished from the feed: ring before you close them',
			report.vanished,
			({ id, name, file }) => [`  ${id}  ${name}  (${file})`],
			most
		),
		...some(
			'Outside our areas, by postcode area',
			outside,
			([area, count]) => [`  ${area}: ${count}`],
			all ? Infinity : 10
		),
		...some('Could not be used', report.trouble, ({ at, what }) => [`  ${at}: ${what}`], most),
		...some('Fields that no record of ours has', report.unused, ({ field, count }) => [`  ${field}: ${count}`], most),
		'',
		...(report.written.length > 0
			? [
					`${report.written.length} files written:`,
					...report.written.slice(0, most).map((file) => `  ${file}`),
					'Look at each with "git diff", then run "fingerpost check".'
				]
			: ['Nothing was written. --write writes drafts of what is new, and what changed, for you to review.'])
	];
	return `${lines.join('\n')}\n`;
}
