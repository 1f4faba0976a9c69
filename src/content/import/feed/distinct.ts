/** The first value of each key, in order. */
export function distinct<Value>(values: readonly Value[], keyOf: (value: Value) => string): Value[] {
	const seen = new Set<string>();
	return values.filter((value) => {
		const key = keyOf(value);
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}
