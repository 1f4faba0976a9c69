import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** The built site, from the project folder. */
export const BUILD = 'build';

/** The same site with a directory that comes area by area (scripts/build-by-area.ts). */
export const BUILD_BY_AREA = '.by-area/build';

/** Every file of a built site, as paths with `/`. Throws when there is no build: these tests are never skipped. */
export function builtFiles(folder = BUILD): string[] {
	if (!existsSync(join(folder, 'shell.html')))
		throw new Error(`${folder} is missing: run "npm run build", for .by-area/ "npm run build:by-area" first.`);
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(folder.length + 1)
				.replaceAll('\\', '/')
		)
		.sort();
}

export function readBuilt(path: string, folder = BUILD): Buffer {
	return readFileSync(join(folder, path));
}

export interface Size {
	gzip: number;
	brotli: number;
}

/** Bytes over the wire, compressed as hard as hosts do. */
export function sizeOf(bytes: Buffer | string): Size {
	const buffer = Buffer.from(bytes);
	return { gzip: gzipSync(buffer, { level: 9 }).length, brotli: brotliCompressSync(buffer).length };
}

/** Files that are compressed already are sent as they are. */
const COMPRESSED = /\.(png|webp|woff2|pmtiles)$/;

export function wireSize(path: string): Size {
	const bytes = readBuilt(path);
	return COMPRESSED.test(path) ? { gzip: bytes.length, brotli: bytes.length } : sizeOf(bytes);
}

export function sum(sizes: readonly Size[]): Size {
	return sizes.reduce((all, each) => ({ gzip: all.gzip + each.gzip, brotli: all.brotli + each.brotli }), {
		gzip: 0,
		brotli: 0
	});
}
