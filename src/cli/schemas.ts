import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { editorFiles } from '../content/json-schema/index.ts';

/** `fingerpost schemas`: writes the JSON Schemas for editors, and the settings that tie them to folders of content. */
export function run(): number {
	const files = editorFiles();
	for (const [path, text] of files) {
		const file = resolve(path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	process.stdout.write(`${[...files.keys()].join('\n')}\n`);
	return 0;
}
