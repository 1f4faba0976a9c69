/** Words and acronyms of the field with their plain meaning, in alphabetical order. */
export type Glossary = {
	term: string;
	means: string;
	/** Other ways to write or say it. */
	also?: string[];
	/** Who meets it most: `people` in treatment and families, or `professionals`. */
	for: 'people' | 'professionals';
}[];

export function isGlossary(value: unknown): value is Glossary {
	return (
		Array.isArray(value) &&
		value.every((entry) => typeof entry === 'object' && entry !== null && 'term' in entry && 'means' in entry)
	);
}
