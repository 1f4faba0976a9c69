import * as v from 'valibot';
import { ASSURANCES, TAXONOMY_TERMS } from '../../../data/terms.ts';
import { parseOpeningHours } from '../../hours/index.ts';
import { parseAs } from '../../read/issues.ts';
import { parseYaml } from '../../read/yaml-file.ts';
import { PartialDate } from '../../schema/facts.ts';
import { emailAddress, numbersIn, partialDate, webAddress, wholePostcode } from '../feed/contacts.ts';
import { FeedLog, type Feed, type FeedService, type FeedSource } from '../feed/feed.ts';
import { FeedError } from '../feed/feed-error.ts';
import { plainText } from '../feed/fields.ts';
import { readFeedTexts, type FeedText } from '../feed/files.ts';
import { readTable, type Table, type TableRow } from './table.ts';

/** One column, or several that are joined. */
const Columns = v.union([v.string(), v.pipe(v.array(v.string()), v.minLength(1))]);

/** What the columns of a list mean: written once for each list, by whoever imports it. */
export const CsvMap = v.strictObject({
	source: v.optional(
		v.strictObject({
			name: v.optional(v.string()),
			url: v.optional(v.string()),
			date: v.optional(PartialDate),
			how: v.optional(v.picklist(ASSURANCES))
		})
	),
	columns: v.strictObject({
		id: v.optional(Columns),
		name: Columns,
		other_names: v.optional(Columns),
		description: v.optional(Columns),
		organization: v.optional(Columns),
		phone: v.optional(Columns),
		text_line: v.optional(Columns),
		email: v.optional(Columns),
		url: v.optional(Columns),
		place: v.optional(Columns),
		address_1: v.optional(Columns),
		city: v.optional(Columns),
		postal_code: v.optional(Columns),
		latitude: v.optional(Columns),
		longitude: v.optional(Columns),
		opening_hours: v.optional(Columns),
		eligibility: v.optional(Columns),
		minimum_age: v.optional(Columns),
		maximum_age: v.optional(Columns),
		kinds: v.optional(Columns),
		areas: v.optional(Columns),
		cost: v.optional(Columns),
		languages: v.optional(Columns),
		accessibility: v.optional(Columns),
		wait: v.optional(Columns),
		date: v.optional(Columns),
		notes: v.optional(Columns),
		ignore: v.optional(v.pipe(v.array(v.string()), v.description('Columns that nobody needs: they are not reported.')))
	}),
	kinds: v.optional(v.record(v.string(), v.picklist(TAXONOMY_TERMS)), {})
});
export type CsvMapRecord = v.InferOutput<typeof CsvMap>;
type ColumnName = Exclude<keyof CsvMapRecord['columns'], 'ignore'>;

/**
 * The map of a CSV list.
 * @throws FeedError with line and column of its first problem
 */
export function readCsvMap({ file, text }: FeedText): CsvMapRecord {
	const { value, problems } = parseAs(CsvMap, parseYaml(file, text));
	const [first] = problems;
	if (first) throw new FeedError(file, `${first.line}:${first.column}`, first.message, first.mend);
	if (value === undefined) throw new FeedError(file, '', 'is no map', 'Say under "columns" what each column means.');
	return value;
}

/**
 * A CSV list whose columns a map explains.
 * @throws FeedError when the list or the map cannot be read, or the map names a column that is not there
 */
export function readCsv(path: string, map: CsvMapRecord, mapFile: string, source: FeedSource): Feed {
	const [text] = readFeedTexts(path, ['.csv', '.tsv', '.txt']);
	if (!text) throw new FeedError(path, '', 'holds no CSV file', 'Give the file of the list.');
	return readCsvText(text, map, mapFile, source);
}

export function readCsvText(text: FeedText, map: CsvMapRecord, mapFile: string, source: FeedSource): Feed {
	const log = new FeedLog();
	const table = readTable(text);
	checkColumns(table, map, text.file, mapFile);
	for (const { line, cells } of table.ragged)
		log.note(`${text.file}:${line}`, `has ${cells} cells and not ${table.columns.length}`);
	const services = table.rows.flatMap((row) => readRow(row, text.file, map, log) ?? []);
	if (services.length === 0)
		throw new FeedError(text.file, '', 'names no service', 'Look whether the map’s "name" is the right column.');
	const used = new Set(Object.values(map.columns).flat());
	for (const column of table.columns) {
		const filled = table.rows.filter(({ cells }) => (cells.get(column) ?? '') !== '').length;
		if (!used.has(column)) for (let each = 0; each < filled; each += 1) log.leave(`column ${column}`);
	}
	return { source, services, trouble: log.trouble, unused: log.unused };
}

function checkColumns({ columns }: Table, map: CsvMapRecord, file: string, mapFile: string): void {
	for (const [field, named] of Object.entries(map.columns)) {
		const missing = [named].flat().find((name) => !columns.includes(name));
		if (missing === undefined) continue;
		throw new FeedError(
			mapFile,
			field,
			`names the column "${missing}", which ${file} does not have`,
			`Its columns: ${columns.join(', ')}.`
		);
	}
}

/** Several phones, addresses or kinds in one cell. */
const SEVERAL = /\s*[;|\n]\s*/;

function readRow({ line, cells }: TableRow, file: string, map: CsvMapRecord, log: FeedLog): FeedService | undefined {
	const at = `${file}:${line}`;
	const texts = (field: ColumnName) =>
		[map.columns[field] ?? []].flat().flatMap((column) => plainText(cells.get(column) ?? '') ?? []);
	const raw = (field: ColumnName) =>
		[map.columns[field] ?? []]
			.flat()
			.flatMap((column) => (cells.get(column) ?? '').split(SEVERAL))
			.flatMap((text) => plainText(text) ?? []);
	const text = (field: ColumnName, joint = ' ') => texts(field).join(joint) || undefined;
	/** Reads each value of a cell; what cannot be read is told. */
	const each = <Value>(field: ColumnName, what: string, reader: (written: string) => Value | undefined) =>
		raw(field).flatMap((written) => {
			const value = reader(written);
			if (value === undefined) log.note(at, `"${written}" is no ${what}`);
			return value === undefined ? [] : [value];
		});
	const name = text('name');
	if (name === undefined) {
		log.note(at, 'a row without a name is not used');
		return undefined;
	}
	const phonesOf = (field: 'phone' | 'text_line', kind: 'voice' | 'text') =>
		each(field, 'phone number that can be dialled in the UK', (written) => {
			const numbers = numbersIn(written, kind);
			return numbers.length > 0 ? numbers : undefined;
		})
			.flat()
			.map((number) => ({ number, kind }));
	const years = (field: 'minimum_age' | 'maximum_age') =>
		each(field, 'age', (written) => {
			const age = Number(/^\d{1,3}/.exec(written)?.[0] ?? NaN);
			return age >= 0 && age <= 120 ? age : undefined;
		})[0];
	const [latitude] = each('latitude', 'latitude in the UK', (written) =>
		Number(written) >= 49 && Number(written) <= 61 ? Number(written) : undefined
	);
	const [longitude] = each('longitude', 'longitude in the UK', (written) =>
		Number(written) >= -9 && Number(written) <= 3 ? Number(written) : undefined
	);
	const [postcode] = each('postal_code', 'postcode of the UK', wholePostcode);
	const [date] = each('date', 'date', partialDate);
	const notes = texts('notes');
	const times = texts('opening_hours');
	const schedules = times
		.filter((time) => !('error' in parseOpeningHours(time)))
		.map((opening_hours) => ({ opening_hours }));
	for (const time of times) if ('error' in parseOpeningHours(time)) notes.push(`Times: ${time}`);
	const city = text('city');
	const place = text('place');
	const address = text('address_1', ', ');
	const hasPlace = city !== undefined || postcode !== undefined || address !== undefined;
	const minimum = years('minimum_age');
	const maximum = years('maximum_age');
	const cost = text('cost');
	if (cost !== undefined && !/^free\b/i.test(cost)) notes.push(`Cost: ${cost}`);
	const organization = text('organization');
	const description = text('description');
	const eligibility = text('eligibility');
	const languages = text('languages', ', ');
	const accessibility = text('accessibility');
	const wait = text('wait');
	return {
		at,
		brief: false,
		id: text('id') ?? [name, postcode ?? city].filter(Boolean).join(', '),
		otherIds: [],
		name,
		otherNames: raw('other_names'),
		...(description !== undefined && { description }),
		...(organization !== undefined && { organization: { name: organization, identifiers: [] } }),
		ended: false,
		...(minimum !== undefined && { minimum_age: minimum }),
		...(maximum !== undefined && { maximum_age: maximum }),
		...(eligibility !== undefined && { eligibility }),
		...(wait !== undefined && { wait }),
		...(cost !== undefined && /^free\b/i.test(cost) && { cost: { option: 'free' as const } }),
		...(languages !== undefined && { languages }),
		...(accessibility !== undefined && { accessibility }),
		phones: [...phonesOf('phone', 'voice'), ...phonesOf('text_line', 'text')],
		emails: each('email', 'e-mail address', emailAddress).map((written) => ({ address: written })),
		urls: each('url', 'web address', webAddress).map((url) => ({ url, kind: 'website' as const })),
		schedules: hasPlace ? [] : schedules,
		locations: hasPlace
			? [
					{
						...(place !== undefined && { name: place }),
						...(address !== undefined && { address_1: address }),
						...(city !== undefined && { city }),
						...(postcode !== undefined && { postal_code: postcode }),
						...(latitude !== undefined && longitude !== undefined && { latitude, longitude }),
						phones: [],
						schedules
					}
				]
			: [],
		kinds: raw('kinds').map((kind) => map.kinds[kind] ?? kind),
		areas: raw('areas'),
		...(date !== undefined && { date }),
		notes
	};
}
