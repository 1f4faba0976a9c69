import { defineConfig } from '@playwright/test';
import { browserArgs, browserPath } from './tests/browser.js';

/** Several people may run journeys on one machine: each can choose a port. */
const PORT = Number(process.env.JOURNEY_PORT ?? 4199);

export default defineConfig({
	testDir: 'tests',
	testMatch: '**/*.journey.ts',
	fullyParallel: true,
	workers: 2,
	forbidOnly: Boolean(process.env.CI),
	retries: 0,
	// Generous: on a busy machine a browser can be slow, and no journey measures time.
	timeout: 90_000,
	expect: { timeout: 20_000 },
	reporter: [['list'], ['json', { outputFile: 'test-results/journeys.json' }]],
	use: {
		baseURL: `http://localhost:${PORT}`,
		viewport: { width: 360, height: 740 },
		locale: 'en-GB',
		timezoneId: 'America/New_York',
		launchOptions: { executablePath: browserPath(), args: browserArgs }
	},
	webServer: {
		command: `node scripts/serve-build.js ${PORT}`,
		url: `http://localhost:${PORT}/`,
		reuseExistingServer: false
	}
});
