import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	build: { target: 'es2022' },
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
