import { cpSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What the build reads of a project, besides its packages. */
const PROJECT = [
	'src',
	'scripts',
	'static',
	'content',
	'package.json',
	'tsconfig.json',
	'svelte.config.js',
	'vite.config.ts'
];

/** Copies the project at `root` into `folder`, without what is made from it, so that it can be built there in another way. What stands in `folder` goes. */
export function copyProject(root: string, folder: string): void {
	rmSync(folder, { recursive: true, force: true });
	for (const part of PROJECT) {
		cpSync(join(root, part), join(folder, part), {
			recursive: true,
			filter: (path) => !path.endsWith('static/data') && !path.includes('/generated')
		});
	}
	symlinkSync(resolve(root, 'node_modules'), join(folder, 'node_modules'));
}
