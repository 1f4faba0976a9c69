import { CsvError, parse } from 'csv-parse/sync';
import { FeedError } from '../feed/feed-error.ts';
import type { FeedText } from '../feed/files.ts';

/** A row of a table by the names of its columns. */
export interface TableRow {
	/** Line of the file on which it ends, from 1. */
	line: number;
	cells: ReadonlyMap<string, string>;
}

export interface Table {
	columns: string[];
	rows: TableRow[];
	/** Rows that have not as many cells as there are columns, with their line. */
	ragged: { line: number; cells: number }[];
}

const DELIMITERS = [',', ';', '\t', '|'];

/**
 * A CSV text as rows: quotes, BOM and any of `, ; | tab` are understood.
 * @param columns names of the columns when the first line holds none
 * @throws FeedError when it is empty or a quote is never closed
 */
export function readTable({ file, text }: FeedText, columns?: readonly string[]): Table {
	const lines = parseLines(file, text);
	const [head] = lines;
	if (!head) throw new FeedError(file, '', 'is empty', 'Look whether the download was cut off.');
	const names = columns ?? head.cells.map((cell) => cell.trim());
	const body = columns ? lines : lines.slice(1);
	const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
	if (twice !== undefined)
		throw new FeedError(file, '1', `has two columns "${twice}"`, 'Give each column a name of its own.');
	const isWhole = ({ cells }: { cells: string[] }) => cells.length === names.length;
	return {
		columns: [...names],
		rows: body
			.filter(isWhole)
			.map(({ line, cells }) => ({ line, cells: new Map(names.map((name, i) => [name, (cells[i] ?? '').trim()])) })),
		ragged: body.filter((row) => !isWhole(row)).map(({ line, cells }) => ({ line, cells: cells.length }))
	};
}

/** The delimiter that parts the first line most often. */
function delimiterOf(text: string): string {
	const [first = ''] = text.split('\n', 1);
	const counts = DELIMITERS.map((delimiter) => first.split(delimiter).length);
	return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function parseLines(file: string, text: string): { line: number; cells: string[] }[] {
	try {
		const lines: { line: number; cells: string[] }[] = [];
		parse(text, {
			bom: true,
			delimiter: delimiterOf(text),
			relax_column_count: true,
			relax_quotes: true,
			skip_empty_lines: true,
			on_record: (cells: string[], { lines: line }) => {
				if (cells.some((cell) => cell.trim() !== '')) lines.push({ line, cells });
				return null;
			}
		});
		return lines;
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const line = 'lines' in error ? Number(error.lines) : 1;
		const open = error.code === 'CSV_QUOTE_NOT_CLOSED';
		throw new FeedError(
			file,
			String(line),
			open
				? 'ends inside quotes: one quote is never closed'
				: `is not a table: ${error.message.split('\n', 1)[0] ?? ''}`,
			'Save it as CSV again, with quotes around cells that hold commas or lines.'
		);
	}
}
