/** Where something stands in a file; both count from 1. */
export interface Position {
	line: number;
	column: number;
}

/** Keys from the top of a file's value down to one of its values. */
export type Path = readonly (string | number)[];

/** Something that an editor should mend. Errors stop the build; warnings do not. */
export interface Problem extends Position {
	level: 'error' | 'warning';
	/** Kebab-case name of the rule, for example `unknown-field`. */
	rule: string;
	/** Path from the project folder, with forward slashes. */
	file: string;
	/** What is wrong. */
	message: string;
	/** How to mend it. */
	mend: string;
}

/** Orders problems as an editor reads them: by file, then from the top of the file down. */
export function byPlace(a: Problem, b: Problem): number {
	return (
		(a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
		a.line - b.line ||
		a.column - b.column ||
		(a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
	);
}
