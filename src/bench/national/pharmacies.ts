import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { plain } from '../../content/check/records/duplicates.ts';
import { parseCsv } from '../../content/read/csv.ts';

/** The NHS list of all England stands beside the project and is never part of it (shared/bench/README.md). */
const FOLDERS = ['../shared/bench', '../../shared/bench'];
const FILE = 'pharmacies-england-2020.csv';
const HEAD = 'ods,name,line1,line2,line3,town,postcode,phone,latitude,longitude';
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/;

const PHONE = /^0\d{10}$/;

const Row = v.object({
	ods: v.string(),
	name: v.string(),
	line1: v.string(),
	line2: v.string(),
	line3: v.string(),
	town: v.string(),
	postcode: v.string(),
	phone: v.string(),
	latitude: v.pipe(v.string(), v.transform(Number)),
	longitude: v.pipe(v.string(), v.transform(Number))
});

/** A pharmacy of the NHS list of February 2020. */
export interface Pharmacy {
	ods: string;
	name: string;
	address: string;
	town: string;
	postcode: string;
	phone: string;
	latitude: number;
	longitude: number;
}

/** Path of the NHS list of all England, or undefined where it is not at hand. */
export function pharmacyList(root: string): string | undefined {
	return FOLDERS.map((folder) => join(root, folder, FILE)).find(existsSync);
}

/** All pharmacies of the list whose postcode, town and position are whole, by postcode. */
export function readPharmacies(file: string): Pharmacy[] {
	const text = readFileSync(file, 'utf8').replaceAll(/[^\P{C}\n]/gu, ' ');
	return parseCsv(file, `${HEAD}\n${text}`, Row)
		.map(({ ods, name, line1, line2, line3, town, postcode, phone, latitude, longitude }) => ({
			ods: ods.toLowerCase(),
			name: name.trim().slice(0, 100),
			address: addressOf([line1, line2, line3], name).slice(0, 160),
			town: titled([town, line3, line2, line1, 'Town not said'].find((line) => line.trim() !== '')?.trim() ?? '').slice(
				0,
				60
			),
			postcode: postcode.trim().toUpperCase(),
			phone: PHONE.test(phone.replaceAll(' ', '')) ? phone.trim() : '',
			latitude,
			longitude
		}))
		.filter(({ postcode, latitude }) => POSTCODE.test(postcode) && latitude > 49)
		.filter(isFirst())
		.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

/** True the first time that a pharmacy comes: the list has three twice, by the same door and phone. */
function isFirst(): (pharmacy: Pharmacy) => boolean {
	const seen = new Set<string>();
	return ({ postcode, address, phone }) => {
		const door = plain(`${postcode} ${address} ${phone}`);
		return !seen.has(door) && seen.add(door).size > 0;
	};
}

/** The lines of an address but the name of the pharmacy; its name where there is nothing else. */
function addressOf(lines: readonly string[], name: string): string {
	const own = new Set(lines.map((line) => line.trim()).filter((line) => line !== '' && line !== name));
	return [...own].join(' ') || name;
}

/** "MARKET HARBOROUGH" to "Market Harborough". */
function titled(town: string): string {
	return town.toLowerCase().replaceAll(/(^|[\s-])[a-z]/g, (letter) => letter.toUpperCase());
}

/** By letters, then number: CM2 before CM11, so that neighbours stand together. */
function sortKey({ postcode, ods }: Pharmacy): string {
	const [, letters = '', number = ''] = /^([A-Z]+)(\d+)/.exec(postcode) ?? [];
	return `${letters.padEnd(2)}${number.padStart(2, '0')} ${postcode} ${ods}`;
}
