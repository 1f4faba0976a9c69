import { dirname, join } from 'node:path/posix';
import { parseAst } from 'vite';
import { readBuilt } from './files.ts';

/** Files that a browser fetches for a page before anybody touches it. */
export interface EagerFiles {
	scripts: string[];
	styles: string[];
}

/**
 * What a page's HTML asks for: its scripts with everything they import statically, and its styles. Dynamic imports
 * (what is loaded later) count only where the HTML itself names them, as Kit does for the page's own code.
 */
export function eagerFiles(file: string, html: string): EagerFiles {
	const resolve = (href: string) =>
		href.startsWith('/') ? href.slice(1) : join(dirname(file), href).replace(/^\.\//, '');
	const links = [...html.matchAll(/<link\b[^>]*>/g)].map(([tag]) => ({
		rel: attribute(tag, 'rel'),
		href: attribute(tag, 'href')
	}));
	const hrefs = (rel: string) => links.filter((link) => link.rel === rel).flatMap(({ href }) => href ?? []);
	const named = [
		...hrefs('modulepreload'),
		...[...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].flatMap(([, src]) => src ?? []),
		...[...html.matchAll(/\bimport\("([^"]+)"\)/g)].flatMap(([, src]) => src ?? [])
	].map(resolve);
	const scripts = new Set<string>();
	const queue = [...named];
	for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
		if (scripts.has(next)) continue;
		scripts.add(next);
		queue.push(...staticImports(next));
	}
	return { scripts: [...scripts].sort(), styles: [...new Set(hrefs('stylesheet').map(resolve))].sort() };
}

const imports = new Map<string, string[]>();

function staticImports(script: string): string[] {
	let found = imports.get(script);
	if (!found) {
		found = parseAst(readBuilt(script).toString()).body.flatMap((node) => {
			const isImport =
				node.type === 'ImportDeclaration' ||
				node.type === 'ExportAllDeclaration' ||
				node.type === 'ExportNamedDeclaration';
			return isImport && node.source ? [join(dirname(script), node.source.value)] : [];
		});
		imports.set(script, found);
	}
	return found;
}

function attribute(tag: string, name: string): string | undefined {
	return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
}
