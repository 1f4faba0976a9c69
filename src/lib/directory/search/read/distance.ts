/** Three rows of the table of a comparison, used again by the next one: a query makes thousands. */
let rows: [Uint16Array, Uint16Array, Uint16Array] = [new Uint16Array(), new Uint16Array(), new Uint16Array()];

/**
 * Number of letters to add, drop, change or swap with a neighbour to make one word of the other (optimal string
 * alignment). Gives `most + 1` as soon as it is sure to pass `most`.
 */
export function editDistance(a: string, b: string, most: number): number {
	if (a === b) return 0;
	const tooMany = most + 1;
	if (Math.abs(a.length - b.length) > most) return tooMany;
	if (rows[0].length <= b.length) {
		const size = 2 * b.length + 1;
		rows = [new Uint16Array(size), new Uint16Array(size), new Uint16Array(size)];
	}
	let [before, last, row] = rows;
	for (let j = 0; j <= b.length; j++) last[j] = Math.min(j, tooMany);
	for (let i = 1; i <= a.length; i++) {
		// What is further than `most` from the diagonal costs more than `most`.
		const from = Math.max(1, i - most);
		const to = Math.min(b.length, i + most);
		row[from - 1] = from === 1 ? Math.min(i, tooMany) : tooMany;
		if (to < b.length) row[to + 1] = tooMany;
		let least = row[from - 1] ?? tooMany;
		const letter = a.charCodeAt(i - 1);
		for (let j = from; j <= to; j++) {
			const other = b.charCodeAt(j - 1);
			let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (letter === other ? 0 : 1));
			if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) {
				cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
			}
			row[j] = cost;
			if (cost < least) least = cost;
		}
		if (least > most) return tooMany;
		[before, last, row] = [last, row, before];
	}
	return Math.min(last[b.length] ?? tooMany, tooMany);
}

/** How many edits make a misspelling of a word of this many letters: none up to 3, one up to 6, two from 7 on. */
export function editsAllowed(letters: number): number {
	if (letters <= 3) return 0;
	return letters <= 6 ? 1 : 2;
}
