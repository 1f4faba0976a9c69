import { Document, isMap, isScalar, isSeq, visit } from 'yaml';
import type { ServiceInput } from '../schema/service.ts';
import { SCHEMA_FOLDER } from '../read/modeline.ts';

/** Lines are folded here, as in the files that people wrote. */
const LINE_WIDTH = 112;
/** Longer texts stand below their field, folded. */
const LONG_TEXT = 90;

/** Fields whose groups stand on one line. */
const ON_ONE_LINE = ['assured'];

/**
 * A record as a YAML file in the form of the house: a first line for editors, short groups on one line, long texts folded.
 * @param file where it will stand, from the project folder
 * @param schema name of the JSON Schema for editors
 */
export function yamlFile(file: string, schema: string, record: object, comment?: string): string {
	const document = new Document(record, { aliasDuplicateObjects: false });
	visit(document, {
		Scalar(_, scalar) {
			if (typeof scalar.value === 'string' && scalar.value.length > LONG_TEXT) scalar.type = 'BLOCK_FOLDED';
		},
		Pair(_, pair) {
			const name = isScalar(pair.key) ? String(pair.key.value) : '';
			if (isMap(pair.value) && ON_ONE_LINE.includes(name)) pair.value.flow = true;
			if (isSeq(pair.value) && pair.value.items.every(isScalar)) pair.value.flow = true;
			if (isSeq(pair.value) && name === 'facts') for (const item of pair.value.items) if (isMap(item)) item.flow = true;
		}
	});
	const up = '../'.repeat(file.split('/').length - 1);
	const head = `# yaml-language-server: $schema=${up}${SCHEMA_FOLDER}/${schema}.schema.json\n${comment === undefined ? '' : `# ${comment}\n`}`;
	return `${head}${document.toString({ lineWidth: LINE_WIDTH, flowCollectionPadding: false })}`;
}

/** Where the record of a service stands, from the project folder. */
export function serviceFile(area: string, id: string): string {
	return `${areaFolder(area)}/services/${id}.yaml`;
}

export function areaFolder(area: string): string {
	return area === 'national' ? 'content/national' : `content/areas/${area}`;
}

/** A service as a file of its own. */
export function serviceYaml(area: string, record: ServiceInput): string {
	return yamlFile(serviceFile(area, record.id), 'service', record);
}

/** "St. John’s House, Northampton" to "st-johns-house-northampton". At most 80 characters. */
export function slug(text: string): string {
	return (
		text
			.normalize('NFKD')
			.toLowerCase()
			.replaceAll(/['’]/g, '')
			.replaceAll('&', ' and ')
			.replaceAll(/[^a-z\d]+/g, '-')
			.slice(0, 70)
			.replaceAll(/^-+|-+$/g, '') || 'service'
	);
}

/** `wanted`, or the first of `wanted-2`, `wanted-3`… that is not taken. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
	if (!taken.has(wanted)) return wanted;
	let number = 2;
	while (taken.has(`${wanted}-${number}`)) number += 1;
	return `${wanted}-${number}`;
}
