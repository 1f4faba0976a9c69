/** Whether a service takes people of a council: `some` when that depends on which of several councils they live in. */
export type Serves = 'yes' | 'some' | 'no';

/**
 * @param card `councils` as in `Card`: absent means everyone in England
 * @param council id of the council a person lives in
 */
export function servesCouncil(card: { councils?: readonly string[] }, council: string): boolean {
	return card.councils === undefined || card.councils.includes(council);
}

/**
 * Whether a service takes people from a place that may lie in one of several councils. Where a service is and whom it
 * serves are two different things: ranking puts `no` below `yes` and `some`, however near it is.
 * @param councils the candidates, as `FoundPlace.councils`; none means outside the five areas
 */
export function serves(card: { councils?: readonly string[] }, councils: readonly string[]): Serves {
	if (card.councils === undefined) return 'yes';
	const served = councils.filter((council) => servesCouncil(card, council)).length;
	if (served === 0) return 'no';
	return served === councils.length ? 'yes' : 'some';
}
