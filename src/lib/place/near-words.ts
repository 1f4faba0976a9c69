/**
 * How many slips lie between two words: a letter left out, put in, changed, or two that changed places (optimal string
 * alignment). Stops counting at `limit` + 1.
 */
export function slipsBetween(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		let least = i;
		for (let j = 1; j <= b.length; j++) {
			const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			let slips = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
			}
			row.push(slips);
			least = Math.min(least, slips);
		}
		if (least > limit) return limit + 1;
		before = last;
		last = row;
	}
	return Math.min(last[b.length] ?? 0, limit + 1);
}
