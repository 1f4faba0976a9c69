import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse } from 'yaml';
import { QueryFile, type QueryRecord } from '../../content/schema/words/vocabulary.ts';
import type { Card } from '../../data/record.ts';
import type { Find } from './engine.ts';

const FIRST = 3;

/** Shares (0 to 1) of a set of queries. The last three of them make 1. */
export interface Quality {
	/** The first result is right. */
	first: number;
	/** What is wanted is among the first three. */
	firstThree: number;
	/** Something was found, and what is wanted is not among the first three. */
	wrong: number;
	/** Nothing was found at all. */
	nothing: number;
}

/** Reads a query set. Those that open a card of the emergency page are left out: no other engine has such cards. */
export function readQueries(file: string): QueryRecord[] {
	const { queries } = v.parse(QueryFile, parse(readFileSync(file, 'utf8')));
	return queries.filter(({ want }) => ![want].flat().some((each) => each.startsWith('emergency:')));
}

/** How well a search answers. Every query counts the same. */
export function qualityOf(find: Find, queries: readonly QueryRecord[]): Quality {
	const counts = { first: 0, firstThree: 0, wrong: 0, nothing: 0 };
	for (const query of queries) {
		const found = find(query.q, query.area);
		const wants = [query.want].flat();
		const first = found.slice(0, 1);
		const three = found.slice(0, FIRST);
		const all = query.any ? wants.some((want) => has(three, want)) : wants.every((want) => has(three, want));
		if (wants.some((want) => has(first, want))) counts.first++;
		if (found.length === 0) counts.nothing++;
		else if (all) counts.firstThree++;
		else counts.wrong++;
	}
	const share = (count: number) => count / queries.length;
	return {
		first: share(counts.first),
		firstThree: share(counts.firstThree),
		wrong: share(counts.wrong),
		nothing: share(counts.nothing)
	};
}

function has(cards: readonly Card[], want: string): boolean {
	return cards.some(({ id, terms }) => id === want || terms.some((term) => term === want));
}
