import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import type { Engine } from './engine.ts';

/** Makes one small file of a module, as a browser would get it. Gives its text. */
export async function bundle(entry: string, name: string): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'fingerpost-bench-'));
	await build({
		configFile: false,
		publicDir: false,
		logLevel: 'error',
		build: {
			outDir: folder,
			target: 'es2022',
			minify: true,
			lib: { entry: resolve(entry), formats: ['es'], fileName: () => `${name}.mjs` }
		}
	});
	return readFileSync(join(folder, `${name}.mjs`), 'utf8');
}

/** Bytes of gzip of the code that an engine ships. */
export async function codeSize({ code }: Engine, root: string): Promise<number> {
	const entry = code.startsWith('src/') ? join(root, code) : await wrapper(code);
	return gzipSync(await bundle(entry, 'engine')).length;
}

/** A module that gives on all of a package. */
async function wrapper(name: string): Promise<string> {
	const file = join(mkdtempSync(join(tmpdir(), 'fingerpost-bench-')), 'all.mjs');
	const found = import.meta.resolve(name);
	writeFileSync(file, `export { default } from ${JSON.stringify(new URL(found).pathname)};\n`);
	return file;
}

/** The engines as a browser gets them: small, and without what a development tool adds. */
export async function bundledEngines(root: string): Promise<readonly Engine[]> {
	const file = join(mkdtempSync(join(tmpdir(), 'fingerpost-bench-')), 'engines.mjs');
	writeFileSync(file, await bundle(join(root, 'src/bench/search/engines/index.ts'), 'engines'));
	const made: { ENGINES: readonly Engine[] } = await import(pathToFileURL(file).href);
	return made.ENGINES;
}
