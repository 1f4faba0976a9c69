import { byPlace } from '../read/problem.ts';
import type { Content, Problem } from '../read/index.ts';
import { blockedNumber } from './contacts/blocked-number.ts';
import { confidentialPlace } from './contacts/confidential-place.ts';
import { costlyNumber } from './contacts/costly-number.ts';
import { emergencyNumber } from './contacts/emergency-number.ts';
import { hours } from './contacts/hours.ts';
import { numberInText } from './contacts/number-in-text.ts';
import { phone } from './contacts/phone.ts';
import { postcode } from './contacts/postcode.ts';
import { usableContact } from './contacts/usable-contact.ts';
import { journeyReferences } from './journeys/references.ts';
import { journeySafety } from './journeys/safety.ts';
import { journeysComplete, journeyWays } from './journeys/ways.ts';
import { handOutSafety, jobCardReferences } from './professionals/references.ts';
import { jobCardWays } from './professionals/ways.ts';
import { leaflets } from './print/leaflets.ts';
import { assuredAge, possibleDates } from './provenance/assured-age.ts';
import { changes } from './provenance/changes.ts';
import { factAccounts } from './provenance/facts.ts';
import { danglingSources, emptySources, unsourcedClaims, unusedSources } from './provenance/sources.ts';
import { supplies } from './provenance/supplies.ts';
import { tracedContacts } from './provenance/traced.ts';
import { areaDraft } from './records/area-draft.ts';
import { councilTable } from './records/councils.ts';
import { sameName, samePhone, samePlace } from './records/duplicates.ts';
import { holidayCoverage } from './records/holidays.ts';
import { duplicateIds, fileNames } from './records/ids.ts';
import { linkCodes } from './records/link-codes.ts';
import { ages, listing } from './records/listing.ts';
import { areaReferences, areasComplete, serviceReferences } from './records/references.ts';
import type { Given, Rule } from './rule.ts';
import { linksInText, markup, oneLine, overlongWords } from './words/markup.ts';
import { onlyANumber } from './words/only-a-number.ts';
import { readingAge } from './words/reading-age.ts';
import { webAddress } from './words/web-address.ts';
import { stigma } from './words/stigma.ts';

export type { Given, Rule } from './rule.ts';

/** Every rule of substance. To add one: write it in the folder it belongs to, with its test, and name it here. */
export const RULES: readonly Rule[] = [
	phone,
	costlyNumber,
	postcode,
	hours,
	blockedNumber,
	numberInText,
	emergencyNumber,
	usableContact,
	confidentialPlace,
	duplicateIds,
	fileNames,
	linkCodes,
	sameName,
	samePlace,
	samePhone,
	serviceReferences,
	areaReferences,
	areasComplete,
	areaDraft,
	councilTable,
	journeysComplete,
	journeyWays,
	journeyReferences,
	journeySafety,
	jobCardWays,
	jobCardReferences,
	handOutSafety,
	leaflets,
	holidayCoverage,
	listing,
	ages,
	danglingSources,
	emptySources,
	unusedSources,
	unsourcedClaims,
	changes,
	assuredAge,
	possibleDates,
	supplies,
	factAccounts,
	tracedContacts,
	markup,
	oneLine,
	onlyANumber,
	overlongWords,
	linksInText,
	webAddress,
	stigma,
	readingAge
];

/**
 * All problems of the content: of form, found while reading, and of substance.
 * @returns sorted by file, then from the top of each file down
 */
export function checkContent(content: Content, given: Given): Problem[] {
	return [...content.problems, ...RULES.flatMap((rule) => rule(content, given))].toSorted(byPlace);
}
