import { defineConfig } from 'vitest/config';

/** Tests of what stands in build/: sizes, HTML, headers. They need a build and no browser. */
export default defineConfig({
	test: {
		include: ['tests/{budgets,html,headers,open-data}/**/*.test.ts'],
		environment: 'node',
		testTimeout: 120_000,
		expect: { requireAssertions: true }
	}
});
