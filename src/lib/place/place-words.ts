import type { NotFound } from './find-place.ts';
import type { FoundPlace } from './find-postcode.ts';
import type { Nation } from './postcode-areas.ts';

const NATION_NAMES: Record<Exclude<Nation, 'england'>, string> = {
	scotland: 'Scotland',
	wales: 'Wales',
	'northern-ireland': 'Northern Ireland',
	islands: 'the Channel Islands or the Isle of Man'
};

interface Named {
	id: string;
	name: string;
}

/**
 * What we took a typed place for, in plain words that say how exact it is.
 * @param councils and `areas` give the names for ids
 */
export function placeWords(
	found: { place: FoundPlace } | NotFound,
	councils: readonly Named[],
	areas: readonly Named[]
): string {
	const { place } = found;
	if (!place) return notFoundWords(found);
	const nameOf = (id: string, list: readonly Named[]) => list.find((each) => each.id === id)?.name ?? id;
	const here = place.postcode ?? place.name ?? 'This place';
	if (place.precision === 'outside') return outsideWords(here, place, (id) => nameOf(id, areas));
	const names = place.councils.map((id) => nameOf(id, councils));
	if (place.council && !place.partlyOutside) {
		const newer = place.ifNewer?.length
			? ` If the postcode is newer than 2014, check: it could be ${orList(place.ifNewer.map((id) => nameOf(id, councils)))}.`
			: '';
		// "Harlow is in Harlow" tells nobody anything: the area does.
		const area = place.area === undefined ? undefined : nameOf(place.area, areas);
		const where = names[0] === here && area !== undefined ? `the ${area} area` : (names[0] ?? 'this area');
		return `${here} is in ${where}.${newer}`;
	}
	const choices = place.partlyOutside ? [...names, 'another area'] : names;
	return `${here} may be in ${orList(choices)}. Type your whole postcode to be sure.`;
}

function notFoundWords({ reason, suggestions }: NotFound): string {
	if (reason === 'empty') return '';
	if (reason === 'several') return `Did you mean ${orList(suggestions)}?`;
	return 'We do not know this place. Try a postcode, or choose an area.';
}

function outsideWords(here: string, { outside }: FoundPlace, areaName: (id: string) => string): string {
	const near = outside?.near[0];
	const nearest =
		near === undefined ? '' : ` ${areaName(near)} is the nearest area that we cover, but it may not take you.`;
	if (outside && outside.nation !== 'england') {
		return `${here} is in ${NATION_NAMES[outside.nation]}. We only know England. Your GP can tell you where to go.`;
	}
	return `${here} is outside the areas that we cover. Use the lines for all of England, or ask your GP.${nearest}`;
}

function orList(words: readonly string[]): string {
	return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
