import { toJsonSchema } from '@valibot/to-json-schema';
import { readKinds } from '../read/kinds.ts';
import { SCHEMA_FOLDER } from '../read/modeline.ts';

const EDITOR_SETTINGS = '.vscode/settings.json';

const asFile = (value: unknown) => `${JSON.stringify(value, null, '\t')}\n`;

/**
 * JSON Schemas of every kind of content file, derived from the schemas that the reader uses, and the editor settings
 * that tie them to folders. Checks that JSON Schema cannot say (and that `fingerpost check` makes) are left out.
 * @returns texts by path from the project folder
 */
export function editorFiles(): Map<string, string> {
	const files = new Map<string, string>();
	const globsOf: Record<string, readonly string[]> = {};
	readKinds((name, globs, schema) => {
		const path = `${SCHEMA_FOLDER}/${name}.schema.json`;
		const json = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
		files.set(path, asFile({ title: `Fingerpost ${name}`, ...json }));
		globsOf[`./${path}`] = globs;
		return [];
	});
	files.set(EDITOR_SETTINGS, asFile({ 'yaml.schemas': globsOf }));
	return files;
}
