/**
 * A way to write JSON small: what is said more than once is said once. Every object becomes a list of its values behind
 * the number of its shape (its keys in order), and every text that repeats becomes its number in a list of texts. It
 * halves what a file of many like records weighs, and `unfold` gives back exactly what was folded.
 */
export interface Folded {
	/** Keys of each shape of object, from number 1; 0 is a list. */
	shapes: string[][];
	texts: string[];
	value: unknown;
}

/** Behind this number stands a number: bare ones are texts. */
const NUMBER = -1;
const LIST = 0;
/** Shorter texts are said again: naming them would save nothing. In characters. */
const SHORTEST = 6;

/** Folds a JSON value. */
export function fold(value: unknown): Folded {
	const times = new Map<string, number>();
	countTexts(value, times);
	const texts = [...times].filter(([text, count]) => count > 1 && text.length >= SHORTEST).map(([text]) => text);
	const numbers = new Map(texts.map((text, number) => [text, number]));
	const shapes = new Map<string, number>();
	const write = (each: unknown): unknown => {
		if (typeof each === 'string') return numbers.get(each) ?? each;
		if (typeof each === 'number') return [NUMBER, each];
		if (Array.isArray(each)) return [LIST, ...each.map(write)];
		if (typeof each !== 'object' || each === null) return each;
		const keys = JSON.stringify(Object.keys(each));
		if (!shapes.has(keys)) shapes.set(keys, shapes.size + 1);
		return [shapes.get(keys), ...Object.values(each).map(write)];
	};
	const folded = write(value);
	return { shapes: [...shapes.keys()].map(keysOf), texts, value: folded };
}

function keysOf(json: string): string[] {
	const keys: unknown = JSON.parse(json);
	return Array.isArray(keys) ? keys.map(String) : [];
}

function countTexts(value: unknown, times: Map<string, number>): void {
	if (typeof value === 'string') times.set(value, (times.get(value) ?? 0) + 1);
	else if (typeof value === 'object' && value !== null)
		for (const each of Object.values(value)) countTexts(each, times);
}

/** True for what `fold` writes, and for nothing else that data files hold. */
export function isFolded(value: unknown): value is Folded {
	return (
		typeof value === 'object' &&
		value !== null &&
		'shapes' in value &&
		Array.isArray(value.shapes) &&
		'texts' in value &&
		Array.isArray(value.texts) &&
		'value' in value
	);
}

/** Gives back what was folded. Names that stand for nothing give undefined: a guard looks at the whole afterwards. */
export function unfold({ shapes, texts, value }: Folded): unknown {
	const read = (each: unknown): unknown => {
		if (typeof each === 'number') return texts[each];
		if (!Array.isArray(each)) return each;
		const [mark, ...rest]: unknown[] = each;
		if (mark === NUMBER) return rest[0];
		if (mark === LIST) return rest.map(read);
		const keys = typeof mark === 'number' ? shapes[mark - 1] : undefined;
		return Array.isArray(keys) ? Object.fromEntries(keys.map((key, i) => [key, read(rest[i])])) : undefined;
	};
	return read(value);
}
