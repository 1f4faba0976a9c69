import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the shell says until the app has drawn the page, and for good when it cannot. */
const HELP = 'src/shell-help.html';
/** Where it goes: the app draws into this element, and takes the help away (routes/+layout.svelte). */
const APP = '<div class="app">';

/**
 * Puts the way to help into the built shell as plain HTML: a phone that cannot run the app's code still shows it.
 * @param {string} folder the built site
 * @param {string} base path under which the site is served, '' for the root
 * @throws when the shell has no place for it
 */
export async function fillShell(folder, base) {
	const file = join(folder, 'shell.html');
	const shell = await readFile(file, 'utf8');
	if (!shell.includes(APP)) throw new Error(`${file} has no ${APP}`);
	const help = (await readFile(HELP, 'utf8')).trim().replaceAll('%base%', base);
	const titled = shell.replace('</head>', '\t<title>Fingerpost</title>\n\t</head>');
	await writeFile(file, titled.replace(APP, `${help}\n\t\t${APP}`));
}
