/** A piece of a leaflet that is never cut: heights and panels are in the same unit, whichever it is. */
export interface Piece {
	id: string;
	section: string;
	height: number;
	/** The larger, the less it matters. */
	weight: number;
	/** Ids of pieces without which this one must not stand: the safety lines of a need go before its services. */
	with?: readonly string[];
}

export interface Fitted {
	/** Ids of pieces by panel, in reading order. */
	panels: string[][];
	/** Ids of what did not fit. */
	left: string[];
	/** False when not even what must stand there fits: then nothing is set. */
	fits: boolean;
}

/**
 * Fills panels with pieces in reading order. What matters most is set first; a piece is left off only where it does not
 * fit beside all that matters more (of equals the first comes first). Pieces of weight `must` or less all stand there, or
 * nothing does.
 * @param headings height of the heading of each section, which stands above its first piece in each panel
 */
export function fit(
	pieces: readonly Piece[],
	headings: Readonly<Record<string, number>>,
	panels: readonly number[],
	must: number
): Fitted {
	const kept = new Set<Piece>();
	let set: string[][] = panels.map(() => []);
	for (const piece of pieces.toSorted((a, b) => a.weight - b.weight)) {
		const isAlone = piece.with?.some((id) => ![...kept].some((each) => each.id === id)) ?? false;
		const filled = isAlone
			? undefined
			: fill(
					pieces.filter((each) => each === piece || kept.has(each)),
					headings,
					panels
				);
		if (filled) {
			kept.add(piece);
			set = filled;
		} else if (piece.weight <= must)
			return { panels: panels.map(() => []), left: pieces.map(({ id }) => id), fits: false };
	}
	return { panels: set, left: pieces.filter((piece) => !kept.has(piece)).map(({ id }) => id), fits: true };
}

/** The pieces in the panels, each panel as full as it gets; undefined when some are left over. */
function fill(
	pieces: readonly Piece[],
	headings: Readonly<Record<string, number>>,
	panels: readonly number[]
): string[][] | undefined {
	const filled: string[][] = panels.map(() => []);
	let panel = 0;
	let used = 0;
	let under: string | undefined;
	for (const { id, section, height } of pieces) {
		const needed = () => height + (under === section ? 0 : (headings[section] ?? 0));
		while (used + needed() > (panels[panel] ?? 0)) {
			panel++;
			used = 0;
			under = undefined;
			if (panel >= panels.length) return undefined;
		}
		filled[panel]?.push(id);
		used += needed();
		under = section;
	}
	return filled;
}
