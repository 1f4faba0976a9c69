import { sveltekit } from '@sveltejs/kit/vite';
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Names of the data that the app is built with (`npm run data`). */
const INDEX = 'static/data/index.json';
/** Nobody reads comments or warnings of libraries on a phone: together they cost it 600 bytes. */
const SMALL = { comments: false, minify: { compress: { dropConsole: true } } };

export default defineConfig({
	plugins: [sveltekit()],
	build: { target: 'es2022', rolldownOptions: { output: SMALL } },
	worker: { rolldownOptions: { output: SMALL } },
	// An app for a directory that comes whole is built without the code for one by area (src/data/files/layout.ts). Tests have both.
	...(!process.env['VITEST'] && { define: { __BY_AREA__: String(isByArea()) } }),
	test: {
		include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'],
		environment: 'node',
		// Clocks are passed in; this makes a forgotten one show, whatever machine runs the tests.
		env: { TZ: 'America/New_York' },
		expect: { requireAssertions: true },
		// A limit for a test that hangs, not a measure of speed: two busy cores are slow.
		testTimeout: 60_000
	}
});

/** True when the data comes area by area. Throws where there is none yet. */
function isByArea(): boolean {
	const index: unknown = JSON.parse(readFileSync(INDEX, 'utf8'));
	return typeof index === 'object' && index !== null && 'areas' in index;
}
