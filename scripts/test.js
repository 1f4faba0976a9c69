import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { installPackages } from './install.js';

/**
 * Runs every check, counts them and ends with one plain line: `N passed, N failed`.
 * A step without its own count (types, lint, content, build) counts as one.
 */
installPackages();

const UNIT_REPORT = 'test-results/unit.json';
const BUILT_REPORT = 'test-results/built.json';
const JOURNEY_REPORT = 'test-results/journeys.json';
const JOURNEYS = 'journeys in a browser';
const BY_AREA = 'build, area by area';
/** Screens of failed journeys that are printed, and characters of each. */
const MOST_SCREENS = 10;
const LONGEST_SCREEN = 6_000;
/** Characters of what a failed test says that are printed. */
const LONGEST_MESSAGE = 2_000;

/** @typedef {{ passed: number, failed: number }} Count */
/** @type {{ name: string, args: string[], report?: string, count?: () => Count, needs?: string }[]} */
const steps = [
	{ name: 'content', args: ['run', '-s', 'fingerpost', '--', 'check'] },
	{ name: 'data', args: ['run', '-s', 'data'] },
	{ name: 'proof of the pathway', args: ['run', '-s', 'fingerpost', '--', 'coverage'] },
	{ name: 'types', args: ['run', '-s', 'check'] },
	{ name: 'lint', args: ['run', '-s', 'lint'] },
	{
		name: 'unit tests',
		args: vitest('unit', UNIT_REPORT),
		report: UNIT_REPORT,
		count: () => vitestCount(UNIT_REPORT)
	},
	{ name: 'build', args: ['run', '-s', 'build'] },
	{ name: BY_AREA, args: ['run', '-s', 'build:by-area'], needs: 'build' },
	{
		name: 'built files: budgets, HTML, headers',
		args: vitest('built', BUILT_REPORT),
		needs: 'build',
		report: BUILT_REPORT,
		count: () => vitestCount(BUILT_REPORT)
	},
	{
		name: JOURNEYS,
		args: ['run', '-s', 'e2e'],
		needs: 'build',
		report: JOURNEY_REPORT,
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
/** What failed tests said. @type {string[]} */
const told = [];
for (const { name, args, report, count, needs } of steps) {
	process.stdout.write(`\n== ${name}\n`);
	const good = needs && failed.includes(needs) ? false : spawnSync('npm', args, { stdio: 'inherit' }).status === 0;
	const counted = count && report && existsSync(report) ? count() : undefined;
	const { passed, failed: bad } = counted ?? { passed: good ? 1 : 0, failed: good ? 0 : 1 };
	total.passed += passed;
	// A step that fails without a failed test (it crashed, or found no test) is a failure too.
	total.failed += good ? bad : Math.max(1, bad);
	if (!good) failed.push(name);
	// At once: the journeys clear the folder of reports when they begin.
	if (!good && report && name !== JOURNEYS) told.push(...failedTests(report));
	if (!good && name === JOURNEYS) printWhatWasOnScreen();
}
// Last, where whoever sees only the end of a long log finds it.
for (const line of told) process.stdout.write(line);
if (failed.length) process.stdout.write(`\nFailed: ${failed.join(', ')}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** Arguments to run a vitest script that shows its tests and writes a report. @param {string} script @param {string} report */
function vitest(script, report) {
	return ['run', '-s', script, '--', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
}

/** @param {string} report @returns {Count} */
function vitestCount(report) {
	const { numPassedTests, numFailedTests, numFailedTestSuites } = readJson(report);
	return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites) };
}

/** The failed tests of a vitest report, and what each said. @param {string} report @returns {string[]} */
function failedTests(report) {
	if (!existsSync(report)) return [];
	/** @type {{ name: string, message: string, assertionResults: { fullName: string, status: string, failureMessages: string[] }[] }[]} */
	const files = readJson(report).testResults;
	return files.flatMap(({ name, message, assertionResults }) => [
		...(message ? [`\nFailed: ${name}\n${message.slice(0, LONGEST_MESSAGE)}\n`] : []),
		...assertionResults
			.filter(({ status }) => status === 'failed')
			.map(
				({ fullName, failureMessages }) =>
					`\nFailed: ${name}: ${fullName}\n${failureMessages.join('\n').slice(0, LONGEST_MESSAGE)}\n`
			)
	]);
}

/** What each failed journey had on its screen: on a machine that is gone afterwards, this is all there is to go by. */
function printWhatWasOnScreen() {
	const files = readdirSync('test-results', { recursive: true }).map(String);
	for (const file of files.filter((each) => each.endsWith('error-context.md')).slice(0, MOST_SCREENS))
		process.stdout.write(`\n== ${file}\n${readFileSync(`test-results/${file}`, 'utf8').slice(0, LONGEST_SCREEN)}\n`);
}

/** @param {string} file */
function readJson(file) {
	return JSON.parse(readFileSync(file, 'utf8'));
}
