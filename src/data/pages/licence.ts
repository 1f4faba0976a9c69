/** Under which terms the content may be used, and whom to name. Shown on the about page and stated in every export. */

export const CONTENT_LICENCE = {
	name: 'Creative Commons Attribution 4.0 International (CC BY 4.0)',
	spdx: 'CC-BY-4.0',
	url: 'https://creativecommons.org/licenses/by/4.0/'
} as const;

/** Whom the content names: ourselves, then those whose facts it stands on (facts/README.md and README.md say which). */
export const ATTRIBUTIONS = [
	'Fingerpost, CC BY 4.0.',
	'Places: contains OS data © Crown copyright and database right 2014. Contains Royal Mail data © Royal Mail copyright and database right 2014. Contains National Statistics data © Crown copyright and database right 2014.',
	'Pharmacies: contains NHS information licensed under the Open Government Licence v3.0.',
	'Names of towns and villages: GeoNames, CC BY 4.0.'
] as const;

/** What whoever uses the data must know first. */
export const CONTENT_CAUTION =
	'Found in published pages and documents; nobody has yet rung these services to check. Ring before you send somebody.';
