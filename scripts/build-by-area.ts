import { spawnSync } from 'node:child_process';
import { copyProject } from '../src/bench/national/copy-project.ts';

/**
 * Builds the site as it would be with a directory too large for every phone: the same content, area by area. It stands in
 * `.by-area/build` for the journeys of tests/by-area. `npm run build` does this by itself once the content is that large.
 */
const FOLDER = '.by-area';

copyProject('.', FOLDER);
for (const [command, ...args] of [
	['tsx', 'src/cli/main.ts', 'compile', '--by-area'],
	['svelte-kit', 'sync'],
	['vite', 'build']
]) {
	const { status } = spawnSync('npx', [command ?? '', ...args], {
		cwd: FOLDER,
		stdio: ['ignore', 'ignore', 'inherit']
	});
	if (status !== 0) throw new Error(`${command} failed in ${FOLDER}.`);
}
process.stdout.write(`Built area by area in ${FOLDER}/build\n`);
