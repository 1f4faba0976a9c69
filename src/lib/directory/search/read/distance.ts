/**
 * Number of letters to add, drop, change or swap with a neighbour to make one word of the other (optimal string
 * alignment). Gives `most + 1` as soon as it is sure to pass `most`.
 */
export function editDistance(a: string, b: string, most: number): number {
	if (a === b) return 0;
	if (Math.abs(a.length - b.length) > most) return most + 1;
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		let least = i;
		for (let j = 1; j <= b.length; j++) {
			const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
			let cost = Math.min((last[j] ?? most) + 1, (row[j - 1] ?? most) + 1, (last[j - 1] ?? most) + same);
			const swapped =
				i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
			if (swapped) cost = Math.min(cost, (before[j - 2] ?? most) + 1);
			row.push(cost);
			if (cost < least) least = cost;
		}
		if (least > most) return most + 1;
		before = last;
		last = row;
	}
	return Math.min(last[b.length] ?? most + 1, most + 1);
}

/** How many edits make a misspelling of a word of this many letters: none up to 3, one up to 6, two from 7 on. */
export function editsAllowed(letters: number): number {
	if (letters <= 3) return 0;
	return letters <= 6 ? 1 : 2;
}
