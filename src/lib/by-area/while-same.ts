/**
 * Remembers what was made of a list of objects, as long as they are the same objects: what comes of a table is then worked out once,
 * and can itself be remembered by.
 */
export function whileSame<Made>(): (parts: readonly [object, ...object[]], make: () => Made) => Made {
	const known = new WeakMap<object, { parts: readonly object[]; made: Made }>();
	return (parts, make) => {
		const before = known.get(parts[0]);
		if (before && before.parts.length === parts.length && before.parts.every((part, i) => part === parts[i]))
			return before.made;
		const made = make();
		known.set(parts[0], { parts, made });
		return made;
	};
}
