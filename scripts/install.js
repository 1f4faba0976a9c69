import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Written by npm when it has installed: a copy of what stands in node_modules. */
const INSTALLED = 'node_modules/.package-lock.json';

/** Runs a command in this window. Ends this process with the same code when it fails. @param {string} command @param {string[]} args */
export function run(command, args, env = {}) {
	const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
	if (status !== 0) process.exit(status ?? 1);
}

/** Installs the packages of package-lock.json when they are not there or are others. */
export function installPackages() {
	if (!isInstalled()) run('npm', ['ci', '--no-audit', '--no-fund']);
}

function isInstalled() {
	if (!existsSync(INSTALLED)) return false;
	const wanted = packages('package-lock.json');
	const there = packages(INSTALLED);
	return Object.entries(wanted).every(
		([path, { version, optional }]) => path === '' || optional || there[path]?.version === version
	);
}

/** @param {string} file @returns {Record<string, {version?: string, optional?: boolean}>} */
function packages(file) {
	return JSON.parse(readFileSync(file, 'utf8')).packages;
}
