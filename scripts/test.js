import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { installPackages } from './install.js';

/**
 * Runs every check, counts them and ends with one plain line: `N passed, N failed`.
 * A step without its own count (types, lint, content, build) counts as one.
 */
installPackages();

const UNIT_REPORT = 'test-results/unit.json';
const JOURNEY_REPORT = 'test-results/journeys.json';

/** @typedef {{ passed: number, failed: number }} Count */
/** @type {{ name: string, args: string[], count?: () => Count, needs?: string }[]} */
const steps = [
	{ name: 'content', args: ['run', '-s', 'fingerpost', '--', 'check'] },
	{ name: 'data', args: ['run', '-s', 'data'] },
	{ name: 'types', args: ['run', '-s', 'check'] },
	{ name: 'lint', args: ['run', '-s', 'lint'] },
	{
		name: 'unit tests',
		args: ['run', '-s', 'unit', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`],
		count: () => {
			const { numPassedTests, numFailedTests, numFailedTestSuites } = readJson(UNIT_REPORT);
			return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites) };
		}
	},
	{ name: 'build', args: ['run', '-s', 'build'] },
	{
		name: 'journeys in a browser',
		args: ['run', '-s', 'e2e'],
		needs: 'build',
		count: () => {
			const { expected, unexpected, flaky } = readJson(JOURNEY_REPORT).stats;
			return { passed: expected, failed: unexpected + flaky };
		}
	}
];

rmSync('test-results', { recursive: true, force: true });
/** @type {Count} */
const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const failed = [];
for (const { name, args, count, needs } of steps) {
	process.stdout.write(`\n== ${name}\n`);
	const good = needs && failed.includes(needs) ? false : spawnSync('npm', args, { stdio: 'inherit' }).status === 0;
	const counted = count && existsSync(args.includes('e2e') ? JOURNEY_REPORT : UNIT_REPORT) ? count() : undefined;
	const { passed, failed: bad } = counted ?? { passed: good ? 1 : 0, failed: good ? 0 : 1 };
	total.passed += passed;
	// A step that fails without a failed test (it crashed, or found no test) is a failure too.
	total.failed += good ? bad : Math.max(1, bad);
	if (!good) failed.push(name);
}
if (failed.length) process.stdout.write(`\nFailed: ${failed.join(', ')}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** @param {string} file */
function readJson(file) {
	return JSON.parse(readFileSync(file, 'utf8'));
}
