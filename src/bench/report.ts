/** A table as Markdown, its columns as wide as their widest cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
	const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
	return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** Milliseconds with as many digits as matter. */
export function ms(value: number): string {
	return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** A share as a number of a hundred. */
export function percent(share: number): string {
	return `${(share * 100).toFixed(1)} %`;
}

/** Bytes in thousands. */
export function kilobytes(bytes: number): string {
	return bytes === 0 ? '0' : `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} KB`;
}
