/** Prints numbers of a budget on one line, so that every test run shows how much room is left. */
export function report(name: string, numbers: Record<string, number>): void {
	const words = Object.entries(numbers).map(([what, bytes]) => `${what} ${(bytes / 1000).toFixed(1)} KB`);
	process.stdout.write(`  ${name}: ${words.join(', ')}\n`);
}
