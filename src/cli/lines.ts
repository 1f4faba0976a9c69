/** The lines of a file given to `--batch`, blank ones too: answers stay beside their questions. The last line end is none. */
export function linesOf(text: string): string[] {
	const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
	return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
