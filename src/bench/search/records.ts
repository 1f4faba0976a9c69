import { isVocabulary } from '../../data/vocabulary.ts';
import { readPlaces } from '../../lib/by-area/index.ts';
import type { DataStore } from '../../lib/offline/store/data-store.ts';
import type { Material } from './engine.ts';

/** All records of a data folder, with what its words and places mean. */
export async function materialFrom(store: DataStore): Promise<Material> {
	const { packs } = await store.index();
	const [cards, vocabulary, places] = await Promise.all([
		store.cards(Object.keys(packs)),
		store.file('vocabulary', isVocabulary),
		readPlaces(store)
	]);
	return { cards, vocabulary, places };
}

/** The records of one area, and those for all England. */
export function ofArea(material: Material, area: string): Material {
	return { ...material, cards: material.cards.filter((card) => card.area === area || card.area === 'national') };
}
