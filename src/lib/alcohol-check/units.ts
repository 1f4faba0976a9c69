/** Drinks and their units of alcohol: strength in percent by volume, times millilitres, over 1000 (safety.md AL-9). */

const ML_PER_UNIT_AND_PERCENT = 1000;

/**
 * @param abv percent of alcohol by volume
 * @param ml millilitres
 * @returns units, not rounded
 */
export function unitsIn(abv: number, ml: number): number {
	return (abv * ml) / ML_PER_UNIT_AND_PERCENT;
}

/** Units to one decimal, as labels give them. */
export function unitsWords(units: number): string {
	const rounded = Math.round(units * 10) / 10;
	return `${rounded} ${rounded === 1 ? 'unit' : 'units'}`;
}

export interface Drink {
	id: string;
	text: string;
	abv: number;
	ml: number;
}

/** Drinks in the sizes that are sold, at strengths that people can compare with their label. */
export const DRINKS: readonly Drink[] = [
	{ id: 'pint-4', text: 'Pint of beer, lager or cider', abv: 4, ml: 568 },
	{ id: 'pint-5', text: 'Pint of stronger beer, lager or cider', abv: 5.2, ml: 568 },
	{ id: 'can-5', text: 'Can of lager or cider', abv: 5, ml: 440 },
	{ id: 'big-can-7', text: 'Big can of strong lager or cider', abv: 7.5, ml: 500 },
	{ id: 'bottle-5', text: 'Small bottle of beer', abv: 5, ml: 330 },
	{ id: 'cider-7', text: 'Big bottle of strong cider (2 litres)', abv: 7.5, ml: 2000 },
	{ id: 'wine-small', text: 'Small glass of wine', abv: 12, ml: 125 },
	{ id: 'wine', text: 'Glass of wine', abv: 12, ml: 175 },
	{ id: 'wine-large', text: 'Large glass of wine', abv: 12, ml: 250 },
	{ id: 'wine-bottle', text: 'Bottle of wine', abv: 12, ml: 750 },
	{ id: 'single', text: 'Single vodka, gin, whisky or rum', abv: 40, ml: 25 },
	{ id: 'double', text: 'Double vodka, gin, whisky or rum', abv: 40, ml: 50 },
	{ id: 'spirits-small', text: 'Small bottle of spirits (35 cl)', abv: 40, ml: 350 },
	{ id: 'spirits', text: 'Bottle of spirits (70 cl)', abv: 40, ml: 700 }
];

/** Units of several drinks together: counts by drink id. What is no drink counts nothing. */
export function totalUnits(counts: Readonly<Record<string, number>>): number {
	return DRINKS.reduce((total, { id, abv, ml }) => total + unitsIn(abv, ml) * (counts[id] ?? 0), 0);
}

/** Lowest whole units of the answers to the second question (SC-3), as ids of its choices. */
const UNIT_CHOICES = [
	['10-or-more', 10],
	['7-to-9', 7],
	['5-or-6', 5],
	['3-or-4', 3],
	['0-to-2', 0]
] as const;

/** The answer to the second question that a number of units falls in: as it is shown, then to whole units, halves up. */
export function unitsChoice(units: number): (typeof UNIT_CHOICES)[number][0] {
	const whole = Math.round(Math.round(units * 10) / 10);
	return UNIT_CHOICES.find(([, from]) => whole >= from)?.[0] ?? '0-to-2';
}
