import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { Fact } from './rule.ts';

/** Fact files that hold no services. */
const NOT_SERVICES = ['vocabulary.yaml'];

const Named = v.looseObject({ name: v.string() });
/** Local files are lists of facts; national.yaml names its records by id. */
const FactFile = v.union([v.array(Named), v.looseObject({ records: v.array(v.looseObject({ id: v.string() })) })]);

const PHARMACIES = 'pharmacies.csv';
/** A row of it; the address may stand in quotes and hold commas. */
const PHARMACY_ROW = /^[^,]*,(?<name>"[^"]*"|[^,]*),(?:"[^"]*"|[^,]*),[^,]*,(?<postcode>[^,]*),/;

/** Fields that say what must not be stated, or not yet. */
const NOT_STATED = ['doubts', 'phone_unverified', 'web_to_check'];

/** Every value inside a value, as texts. */
function values(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(values);
	if (typeof value !== 'object' || value === null) return value === undefined || value === null ? [] : [String(value)];
	return Object.entries(value).flatMap(([key, inner]) => (NOT_STATED.includes(key) ? [] : values(inner)));
}

function yamlFacts(file: string, text: string): Fact[] {
	const facts = v.parse(FactFile, parse(text));
	if (Array.isArray(facts)) return facts.map((fact) => ({ file, name: fact.name, text: values(fact).join(' | ') }));
	return facts.records.map((fact) => ({ file, name: fact.id, text: values(fact).join(' | ') }));
}

function pharmacyFacts(file: string, text: string): Fact[] {
	const [, ...rows] = text.trim().split('\n');
	return rows.map((row) => {
		const { name = '', postcode = '' } = PHARMACY_ROW.exec(row)?.groups ?? {};
		return { file, name: `${name.replaceAll('"', '')}, ${postcode}`, text: row.replaceAll(',', ' | ') };
	});
}

/**
 * Every fact about a service in a folder of fact files: YAML lists by name, national.yaml by id, pharmacies.csv by name
 * and postcode.
 * @throws when the folder cannot be read or a file has none of these forms
 */
export function factsIn(folder: string): Fact[] {
	return readdirSync(folder)
		.toSorted()
		.flatMap((file) => {
			const read = () => readFileSync(join(folder, file), 'utf8');
			if (file === PHARMACIES) return pharmacyFacts(file, read());
			return file.endsWith('.yaml') && !NOT_SERVICES.includes(file) ? yamlFacts(file, read()) : [];
		});
}
