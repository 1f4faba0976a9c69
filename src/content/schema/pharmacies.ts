import * as v from 'valibot';
import { AREAS } from '../../data/terms.ts';
import { Assured, Id, Source, Text } from './facts.ts';

/**
 * Community pharmacies of one area: records that are alike, one line each. `src/content/read` turns every row into a
 * full service record with the listing, reason, source and assurance given at the top.
 * What a pharmacy does beyond dispensing (needle exchange, supervised doses, naloxone) is never assumed: a pharmacy
 * that does more has a service record of its own, which names the row among its `facts` when it takes the phone from it.
 */
export const PharmacyRow = v.strictObject({
	id: Id,
	ods_code: v.optional(v.pipe(Text(20), v.description('Its code in NHS lists, when the list that it came from gives one.'))),
	name: Text(100),
	listed_as: v.optional(
		v.pipe(Text(100), v.description('The exact name in the NHS list, when the name that people see was tidied.'))
	),
	address_1: Text(160),
	city: Text(60),
	postal_code: Text(8),
	phone: v.optional(Text(40)),
	council: Id,
	not_shown: v.optional(
		v.pipe(
			Text(400),
			v.description(
				'Why people must not be sent there, in editors’ words: by its name it supplies appliances, such as stoma bags, and is no chemist. The row stays accounted for as a draft.'
			)
		)
	),
	replaced_by: v.optional(
		v.pipe(Id, v.description('The service record of the same pharmacy that says what else it does. People are shown that one only.'))
	),
	latitude: v.optional(v.pipe(v.number(), v.minValue(49), v.maxValue(61))),
	longitude: v.optional(v.pipe(v.number(), v.minValue(-9), v.maxValue(3)))
});

export const PharmacyFile = v.strictObject({
	area: v.picklist(AREAS),
	feed: v.optional(v.pipe(Id, v.description('The list that an import brought these rows from. Left out for the list of facts/pharmacies.csv.'))),
	listing: v.literal('confirm-first'),
	listing_reason: Text(400),
	description: Text(400),
	source: Source,
	assured: Assured,
	pharmacies: v.array(PharmacyRow)
});
export type PharmacyFileRecord = v.InferOutput<typeof PharmacyFile>;
