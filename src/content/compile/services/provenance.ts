import type { Assured, SourceDetail } from '../../../data/record.ts';
import type { ServiceRecord } from '../../schema/service.ts';

type SourceInput = ServiceRecord['sources'][string];

/** Turns the named sources of a record into a list, and source names into positions in it. */
export class SourceList {
	readonly list: SourceDetail[];
	readonly #positions: Map<string, number>;

	constructor(sources: ServiceRecord['sources']) {
		const names = Object.keys(sources);
		this.#positions = new Map(names.map((name, position) => [name, position]));
		this.list = Object.values(sources).map(compileSource);
	}

	/** Positions of the named sources. A name that does not exist is left out: the content check reports it. */
	positions(names: readonly string[] = []): number[] {
		return names.flatMap((name) => this.#positions.get(name) ?? []);
	}
}

function compileSource(source: SourceInput): SourceDetail {
	return {
		...(source.url && { url: source.url }),
		...(source.document && { document: source.document }),
		pageDate: source.page_date,
		supports: source.supports
	};
}

/** An assurance as the data carries it: a date that is not known is left out. */
export function compileAssured(assured: { date: string; how: Assured['how'] }): Assured {
	return assured.date === 'unknown' ? { how: assured.how } : { date: assured.date, how: assured.how };
}
