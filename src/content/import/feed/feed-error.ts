/** A feed that cannot be read at all. Its message is for people: file and place, what is wrong, how to mend it. */
export class FeedError extends Error {
	/** @param place line and column, or a path inside the file; empty when the whole file is meant */
	constructor(file: string, place: string, what: string, mend: string) {
		super(`${file}${place === '' ? '' : `:${place}`} ${what} — ${mend}`);
		this.name = 'FeedError';
	}
}
