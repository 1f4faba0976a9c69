import { builtFiles, readBuilt } from './files.ts';

/** A built page: its address under the site, and the kind of page it is. */
export interface BuiltPage {
	/** Path under the site, as `/` or `/services/x/`. */
	path: string;
	/** File in build/. */
	file: string;
	/** Pages drawn by the same route are of one kind: the kind is named after the route's first page and its nodes. */
	kind: string;
	html: string;
}

/** The page that stands in for any address: not an address of its own. */
export const SHELL_FILE = 'shell.html';

const isEmbed = ({ path }: BuiltPage) => path.startsWith('/embed/');

/** Every page of the app, in order of path. */
export function builtPages(): BuiltPage[] {
	return allPages().filter((page) => !isEmbed(page));
}

/** Lists that other sites show in a frame: no pages of the app, and not drawn by it. */
export function embedPages(): BuiltPage[] {
	return allPages().filter(isEmbed);
}

function allPages(): BuiltPage[] {
	return builtFiles()
		.filter((file) => /(^|\/)index\.html$/.test(file))
		.map((file) => {
			const html = readBuilt(file).toString();
			const path = `/${file.replace(/index\.html$/, '')}`;
			return { path, file, html, kind: kindOf(path, html) };
		})
		.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Pages of one route share its nodes, which Kit writes into each page; a page without a script has none. */
function kindOf(path: string, html: string): string {
	const first = path.split('/')[1] ?? '';
	const nodes = /node_ids: \[([\d, ]+)\]/.exec(html)?.[1]?.replaceAll(' ', '') ?? 'no script';
	const moved = html.includes('"data":{"kind":"moved"') ? ' moved' : '';
	return `/${first} (${nodes})${moved}`;
}

/** Kinds with so few pages that each of them is looked at. */
const FEW = 8;

/**
 * Pages that stand for all: of each kind every page when there are few, else its largest, its smallest and its middle one.
 * Taken from what is built, so a new screen is looked at without anyone adding it to a list.
 */
export function samplePages(pages: readonly BuiltPage[] = builtPages(), few = FEW): BuiltPage[] {
	const kinds = new Set(pages.map(({ kind }) => kind));
	const groups = [...kinds].map((kind) => pages.filter((page) => page.kind === kind));
	return groups.flatMap((ofKind) => {
		if (ofKind.length <= few) return ofKind;
		const bySize = [...ofKind].sort((a, b) => a.html.length - b.html.length);
		return [0, Math.floor(bySize.length / 2), bySize.length - 1].flatMap((i) => bySize[i] ?? []);
	});
}
