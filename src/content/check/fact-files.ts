import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';

/** Fact files that hold no services. */
const NOT_SERVICES = ['vocabulary.yaml'];

const Named = v.looseObject({ name: v.string() });
/** Local files are lists of facts; national.yaml names its records by id. */
const FactFile = v.union([v.array(Named), v.looseObject({ records: v.array(v.looseObject({ id: v.string() })) })]);

/** A row of pharmacies.csv; the address may stand in quotes and hold commas. */
const PHARMACY_ROW = /^[^,]*,(?<name>"[^"]*"|[^,]*),(?:"[^"]*"|[^,]*),[^,]*,(?<postcode>[^,]*),/;

/**
 * Every fact about a service in a folder of fact files: YAML lists by name, national.yaml by id, pharmacies.csv by name
 * and postcode.
 * @throws when the folder cannot be read or a file has none of these forms
 */
export function factsIn(folder: string): { file: string; name: string }[] {
	const files = readdirSync(folder).toSorted();
	const written = files
		.filter((file) => file.endsWith('.yaml') && !NOT_SERVICES.includes(file))
		.flatMap((file) => {
			const facts = v.parse(FactFile, parse(readFileSync(join(folder, file), 'utf8')));
			const names = Array.isArray(facts) ? facts.map(({ name }) => name) : facts.records.map(({ id }) => id);
			return names.map((name) => ({ file, name }));
		});
	const pharmacies = files
		.filter((file) => file === 'pharmacies.csv')
		.flatMap((file) => {
			const [, ...rows] = readFileSync(join(folder, file), 'utf8').trim().split('\n');
			return rows.map((row) => {
				const { name = '', postcode = '' } = PHARMACY_ROW.exec(row)?.groups ?? {};
				return { file, name: `${name.replaceAll('"', '')}, ${postcode}` };
			});
		});
	return [...written, ...pharmacies];
}
