import type { Card } from '../../data/record.ts';
import type { Places } from '../../data/places/places.ts';
import type { Vocabulary } from '../../data/vocabulary.ts';

/** What every engine is made from: the same records, vocabulary and places. */
export interface Material {
	cards: readonly Card[];
	vocabulary: Vocabulary;
	places: Places;
}

/** Results that a screen shows. */
export const SHOWN = 20;

/** A search that is ready: cards for a query, best first. `area` is the chosen treatment system. */
export type Find = (query: string, area?: string) => readonly Card[];

/** A search engine with a fair set-up of its own. */
export interface Engine {
	name: string;
	/** It finds what is misspelt. */
	forgives: boolean;
	/** Its code, from the project folder: what a phone must load. */
	code: string;
	/** Bytes of an index that is shipped besides the records, as text. */
	shipped?(material: Material): string;
	build(material: Material): Find;
}
