import { numbersIn, wholePostcode } from '../feed/contacts.ts';
import { FeedLog, type Feed, type FeedService, type FeedSource } from '../feed/feed.ts';
import { FeedError } from '../feed/feed-error.ts';
import { plainText } from '../feed/fields.ts';
import { readFeedTexts, type FeedText } from '../feed/files.ts';
import { readTable, type TableRow } from './table.ts';

/** The NHS list of community pharmacies has no heading line. */
const NHS_COLUMNS = [
	'ods_code',
	'name',
	'address_1',
	'address_2',
	'address_3',
	'town',
	'postcode',
	'phone',
	'latitude',
	'longitude'
];
/** Other names of columns in lists with a heading line. */
const ALSO: Readonly<Record<string, string>> = {
	address: 'address_1',
	address1: 'address_1',
	address2: 'address_2',
	address3: 'address_3',
	city: 'town',
	lat: 'latitude',
	lon: 'longitude',
	ods: 'ods_code',
	odscode: 'ods_code',
	post_code: 'postcode',
	postal_code: 'postcode',
	telephone: 'phone',
	organisationname: 'name'
};

/**
 * A list of community pharmacies: the NHS list without a heading (ODS code, name, three address lines, town, postcode,
 * phone, latitude, longitude), or any CSV whose heading names name, address, town, postcode and phone.
 * @throws FeedError when it cannot be read or is no such list
 */
export function readPharmacies(path: string, source: FeedSource): Feed {
	const [text] = readFeedTexts(path, ['.csv']);
	if (!text) throw new FeedError(path, '', 'holds no CSV file', 'Give the file of the list.');
	return readPharmacyText(text, source);
}

export function readPharmacyText(text: FeedText, source: FeedSource): Feed {
	const log = new FeedLog();
	const headed = readTable(text);
	const isHeading =
		headed.columns.some((name) => nameOf(name) === 'name') &&
		headed.columns.some((name) => nameOf(name) === 'postcode');
	const { rows, ragged, columns } = isHeading ? headed : readTable(text, NHS_COLUMNS);
	if (!isHeading && rows.length === 0) {
		throw new FeedError(
			text.file,
			'1',
			'is no list of pharmacies',
			`It needs a heading with name and postcode, or the ${NHS_COLUMNS.length} columns of the NHS list.`
		);
	}
	for (const { line, cells } of ragged)
		log.note(`${text.file}:${line}`, `has ${cells} cells and not ${columns.length}`);
	for (const name of columns) if (![...NHS_COLUMNS, 'council'].includes(nameOf(name))) log.leave(`pharmacy.${name}`);
	const services = rows.flatMap((row) => readRow(row, text.file, log) ?? []);
	if (services.length === 0)
		throw new FeedError(text.file, '', 'names no pharmacy', 'Each line needs a name and a postcode.');
	return { source, services, trouble: log.trouble, unused: log.unused };
}

function nameOf(column: string): string {
	const plain = column
		.trim()
		.toLowerCase()
		.replaceAll(/[\s-]+/g, '_');
	return ALSO[plain] ?? plain;
}

function readRow({ line, cells }: TableRow, file: string, log: FeedLog): FeedService | undefined {
	const at = `${file}:${line}`;
	const byName = new Map([...cells].map(([name, value]) => [nameOf(name), plainText(value)]));
	const cell = (name: string) => byName.get(name);
	const name = cell('name');
	const postcode = wholePostcode(cell('postcode') ?? '');
	if (name === undefined || postcode === undefined) {
		log.note(
			at,
			name === undefined
				? 'a pharmacy without a name is not used'
				: `"${cell('postcode') ?? ''}" is no postcode: the pharmacy is not used`
		);
		return undefined;
	}
	const phone = cell('phone');
	const numbers = phone === undefined ? [] : numbersIn(phone, 'voice');
	if (phone !== undefined && numbers.length === 0)
		log.note(at, `"${phone}" is no phone number that can be dialled in the UK`);
	const latitude = Number(cell('latitude') ?? NaN);
	const longitude = Number(cell('longitude') ?? NaN);
	const hasPoint = latitude >= 49 && latitude <= 61 && longitude >= -9 && longitude <= 3;
	const town = cell('town');
	const lines = ['address_1', 'address_2', 'address_3'].flatMap((each) => cell(each) ?? []);
	return {
		at,
		brief: false,
		id: cell('ods_code') ?? `${name}, ${postcode}`,
		otherIds: [],
		name,
		otherNames: [],
		ended: false,
		phones: numbers.slice(0, 1).map((number) => ({ number, kind: 'voice' })),
		emails: [],
		urls: [],
		schedules: [],
		locations: [
			{
				...(lines.length > 0 && { address_1: lines.join(', ') }),
				...(town !== undefined && { city: town }),
				postal_code: postcode,
				...(hasPoint && { latitude, longitude }),
				phones: [],
				schedules: []
			}
		],
		kinds: ['pharmacy'],
		areas: [],
		notes: []
	};
}
