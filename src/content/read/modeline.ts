import { dirname, join } from 'node:path/posix';
import type { Problem } from './problem.ts';

/** Where the JSON Schemas for editors stand, from the project folder. */
export const SCHEMA_FOLDER = 'static/schemas';

const MODELINE = /^#\s*yaml-language-server:\s*\$schema=(\S+)/;

/** A first line that ties the file to the wrong JSON Schema, or to none that exists, helps no editor. */
export function checkModeline(file: string, text: string, name: string): Problem[] {
	const [first = ''] = text.split('\n', 1);
	const written = MODELINE.exec(first)?.[1];
	const right = `${SCHEMA_FOLDER}/${name}.schema.json`;
	if (written === undefined || join(dirname(file), written) === right) return [];
	const up = '../'.repeat(file.split('/').length - 1);
	return [
		{
			level: 'warning',
			rule: 'wrong-schema',
			file,
			line: 1,
			column: 1,
			message: `the first line names the schema "${written}", which is not that of this file`,
			mend: `Write: # yaml-language-server: $schema=${up}${right}`
		}
	];
}
