import { toJsonSchema } from '@valibot/to-json-schema';
import { AREAS } from '../../data/terms.ts';
import { isRaw, type Raw } from '../import/feed/fields.ts';
import { Service } from '../schema/service.ts';

/**
 * The settings of the editing page (Sveltia CMS, `npm run editor`), made from the schema that the reader uses: a field that
 * is added there is in the editor the next time it is opened.
 */

/** A field of the editor, as Sveltia CMS takes it. */
export interface EditorField {
	name: string;
	label: string;
	widget: 'string' | 'text' | 'number' | 'boolean' | 'select' | 'list' | 'object' | 'hidden';
	hint?: string;
	required: boolean;
	options?: string[];
	multiple?: boolean;
	value_type?: 'int' | 'float';
	min?: number;
	max?: number;
	fields?: EditorField[];
	field?: EditorField;
	collapsed?: boolean;
	summary?: string;
}

/** The name of the format that `scripts/editor/record-format.js` reads and writes. */
export const FORMAT = 'fingerpost';
/** Texts that may be longer than this get a box of several lines. */
const LONG_TEXT = 160;
const ENGLAND = 'england';

/** Plain words for fields whose name says too little. */
const LABELS: Readonly<Record<string, string>> = {
	alternate_name: 'Other names',
	assured: 'Last check',
	by: 'Who checked',
	facts: 'Made from',
	for: 'What opens at these times',
	how: 'How it was checked',
	listing: 'Shown to people?',
	listing_reason: 'Why it is not simply shown',
	organization: 'Run by',
	page_date: 'Date on the page',
	seen: 'Day it was read',
	service_areas: 'Whose residents it serves',
	sources: 'Sources',
	taxonomy_terms: 'Kinds of service',
	urls: 'Web addresses'
};

/** Help where the schema has none. */
const HINTS: Readonly<Record<string, string>> = {
	assured: 'Fill this in only when you have just checked it: the day, how, and your name or role.',
	listing: 'listed: sure and shown. confirm-first: shown with “ring first”. draft, closed, superseded: not shown.',
	locations: 'One for each door. Never write the address of a refuge: tick “confidential” and give the town only.',
	phones: 'The number to ring first stands first.',
	postal_code: 'A full postcode with one space, such as CM2 0PP.'
};

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const textsOf = (value: unknown): string[] =>
	Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

function labelOf(name: string): string {
	const words = name.replaceAll('_', ' ');
	return LABELS[name] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** A part of the JSON Schema as a field. */
function fieldOf(name: string, schema: Raw, required: boolean): EditorField {
	const hint = textOf(schema['description']) ?? HINTS[name];
	const base = { name, label: labelOf(name), required, ...(hint !== undefined && { hint }) };
	const options = textsOf(schema['enum']);
	if (options.length > 0) return { ...base, widget: 'select', options };
	const union = [schema['anyOf']].flat().filter(isRaw);
	const first = union.find(({ type }) => type === 'string' || type === 'array');
	if (first) return { ...fieldOf(name, first, required), ...base };
	switch (schema['type']) {
		case 'boolean':
			return { ...base, widget: 'boolean', required: false };
		case 'number':
		case 'integer': {
			const [min, max] = [numberOf(schema['minimum']), numberOf(schema['maximum'])];
			return {
				...base,
				widget: 'number',
				value_type: schema['type'] === 'integer' ? 'int' : 'float',
				...(min !== undefined && { min }),
				...(max !== undefined && { max })
			};
		}
		case 'array':
			return listOf(base, isRaw(schema['items']) ? schema['items'] : {});
		case 'object':
			return { ...base, widget: 'object', fields: fieldsOf(schema), collapsed: !required };
		default:
			return { ...base, widget: (numberOf(schema['maxLength']) ?? 0) > LONG_TEXT ? 'text' : 'string' };
	}
}

function listOf(base: Omit<EditorField, 'widget'>, items: Raw): EditorField {
	const options = textsOf(items['enum']);
	if (options.length > 0) return { ...base, widget: 'select', options, multiple: true };
	if (items['type'] === 'object') return { ...base, widget: 'list', fields: fieldsOf(items), collapsed: true };
	return { ...base, widget: 'list', field: { name: 'item', label: base.label, widget: 'string', required: true } };
}

function fieldsOf(schema: Raw): EditorField[] {
	const required = textsOf(schema['required']);
	const properties = isRaw(schema['properties']) ? schema['properties'] : {};
	return Object.entries(properties).flatMap(([name, part]) =>
		isRaw(part) ? [fieldOf(name, part, required.includes(name))] : []
	);
}

/** Every field of a service. Two are shown in a form that the editor can show (`record-format.js` turns them back). */
export function serviceFields(councils: readonly string[]): EditorField[] {
	const schema: Raw = { ...toJsonSchema(Service, { typeMode: 'input', errorMode: 'ignore' }) };
	return fieldsOf(schema).map((field) => {
		const { name, label, hint, required } = field;
		const base = { name, label, required, ...(hint !== undefined && { hint }) };
		if (name === 'service_areas') return { ...base, widget: 'select', multiple: true, options: [ENGLAND, ...councils] };
		if (name !== 'sources') return field;
		const properties = isRaw(schema['properties']) ? schema['properties'] : {};
		const sources = isRaw(properties['sources']) ? properties['sources'] : {};
		const source = isRaw(sources['additionalProperties']) ? sources['additionalProperties'] : {};
		const short: EditorField = {
			name: 'name',
			label: 'Short name',
			widget: 'string',
			required: true,
			hint: 'Such as council-page or phone-call: other fields name the source by it.'
		};
		return { ...base, widget: 'list', fields: [short, ...fieldsOf(source)], collapsed: true, summary: '{{name}}' };
	});
}

/**
 * All settings of the editor.
 * @param councilsOf ids of the councils of an area
 */
export function editorConfig(councilsOf: (area: string) => readonly string[]) {
	return {
		load_config_file: false,
		// The local folder needs no host; a deployer who connects one names the repository here (CONTRIBUTING.md).
		backend: { name: 'github', repo: 'your-name/fingerpost', branch: 'main' },
		app_title: 'Fingerpost: edit the directory',
		media_folder: 'static',
		show_preview_links: false,
		editor: { preview: false },
		collections: AREAS.map((area) => ({
			name: area,
			label: area === 'national' ? 'All of England' : area.split('-').map(labelOf).join(' '),
			label_singular: 'service',
			description: 'One record for each service. After you save, run "npm run -s fingerpost -- check".',
			folder: `${area === 'national' ? 'content/national' : `content/areas/${area}`}/services`,
			create: true,
			delete: false,
			identifier_field: 'id',
			slug: '{{fields.id}}',
			extension: 'yaml',
			format: FORMAT,
			summary: '{{name}} ({{listing}})',
			fields: serviceFields(councilsOf(area))
		}))
	};
}
