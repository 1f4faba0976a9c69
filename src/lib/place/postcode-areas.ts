/** The letters that postcodes of the United Kingdom and the islands start with, and where each is. */

export type Nation = 'england' | 'scotland' | 'wales' | 'northern-ireland' | 'islands';

// CH, HR, LD, NP, SY and TD cross a border; each stands with the nation that most of it is in.
const AREAS: Record<Nation, string> = {
	england:
		'AL B BA BB BD BH BL BN BR BS CA CB CH CM CO CR CT CV CW DA DE DH DL DN DT DY E EC EN EX FY GL GU HA HD HG HP HR HU HX ' +
		'IG IP KT L LA LE LN LS LU M ME MK N NE NG NN NR NW OL OX PE PL PO PR RG RH RM S SE SG SK SL SM SN SO SP SR SS ST SW ' +
		'SY TA TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO',
	scotland: 'AB DD DG EH FK G HS IV KA KW KY ML PA PH TD ZE',
	wales: 'CF LD LL NP SA',
	'northern-ireland': 'BT',
	islands: 'GY IM JE'
};

/** Areas of inner London whose outward codes may end in a letter, such as SW1A. */
const LETTERED = new Set(['E', 'EC', 'N', 'NW', 'SE', 'SW', 'W', 'WC']);

const NATION_OF = new Map<string, Nation>();
for (const nation of ['england', 'scotland', 'wales', 'northern-ireland', 'islands'] as const) {
	for (const area of AREAS[nation].split(' ')) NATION_OF.set(area, nation);
}

/** "PE9" to "england"; undefined when no postcode starts with these letters. */
export function nationOf(outward: string): Nation | undefined {
	return NATION_OF.get(areaLetters(outward));
}

/** "PE9" to "PE". */
export function areaLetters(outward: string): string {
	return /^[A-Z]*/.exec(outward)?.[0] ?? '';
}

/** Whether an outward code has a form that exists: known letters, then one or two digits, or a letter last in London. */
export function isOutward(outward: string): boolean {
	const [, letters = '', last = ''] = /^([A-Z]{1,2})[0-9]{1,2}([A-Z]?)$/.exec(outward) ?? [];
	return NATION_OF.has(letters) && (last === '' || (LETTERED.has(letters) && outward.length === letters.length + 2));
}
