import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';

/** What a program used, its children included. */
export interface Used {
	/** Processor time. */
	seconds: number;
	/** The most memory that one of its processes held, in bytes. */
	bytes: number;
}

const Written = v.object({ seconds: v.number(), bytes: v.number() });
/** The limit of the issue: a build that needs more memory fails. */
const MOST_MEGABYTES = 4000;
const PRELOAD = new URL('usage.mjs', import.meta.url).href;

/** Runs a program in a folder and gives what it used. Throws with what it said when it fails. */
export function runMeasured(folder: string, program: string, args: readonly string[]): Used {
	const usage = mkdtempSync(join(tmpdir(), 'fingerpost-usage-'));
	const { status, stdout, stderr } = spawnSync(program, args, {
		cwd: folder,
		encoding: 'utf8',
		maxBuffer: 2 ** 30,
		env: {
			...process.env,
			FINGERPOST_USAGE: usage,
			NODE_OPTIONS: `--import ${PRELOAD} --max-old-space-size=${MOST_MEGABYTES}`
		}
	});
	if (status !== 0)
		throw new Error(
			`${program} ${args.join(' ')} in ${folder} failed:\n${stdout.slice(-2000)}\n${stderr.slice(-4000)}`
		);
	const used = readdirSync(usage).map((file) => v.parse(Written, JSON.parse(readFileSync(join(usage, file), 'utf8'))));
	return {
		seconds: used.reduce((sum, { seconds }) => sum + seconds, 0),
		bytes: Math.max(0, ...used.map(({ bytes }) => bytes))
	};
}
