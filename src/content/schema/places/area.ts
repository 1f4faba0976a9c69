import * as v from 'valibot';
import { AREAS, TAXONOMY_TERMS } from '../../../data/terms.ts';
import { HttpUrl, Id, Source, SourceRefs, Text } from '../facts.ts';

/** A treatment system: the councils that share one front door. */
export const Area = v.strictObject({
	id: v.picklist(AREAS),
	name: Text(80),
	councils: v.array(
		v.strictObject({
			id: Id,
			name: Text(60),
			upper_tier: v.pipe(Text(60), v.description('The council that pays for drug and alcohol treatment there.'))
		})
	),
	about: v.pipe(Text(500), v.description('How help is arranged here, in plain sentences.')),
	front_doors: v.pipe(
		v.array(
			v.strictObject({
				service: Id,
				councils: v.optional(v.pipe(v.array(Id), v.description('Only when it is the front door of some councils of the area and not of all.'))),
				for: v.picklist(['adults', 'under-18', 'families'])
			})
		),
		v.description('Who takes a first call, best first.')
	),
	missing: v.pipe(
		v.array(
			v.strictObject({
				taxonomy_term: v.optional(v.picklist(TAXONOMY_TERMS)),
				what: v.pipe(Text(160), v.description('What this area does not have or what nobody could find, said plainly.')),
				instead: v.pipe(Text(300), v.description('What to do instead.')),
				services: v.optional(v.pipe(v.array(Id), v.description('Services to use instead, best first.'))),
				councils: v.optional(v.pipe(v.array(Id), v.minLength(1), v.description('Only in these councils; everywhere in the area when left out.'))),
				sources: v.optional(SourceRefs)
			})
		),
		v.description('What is missing here, with what to do instead.')
	),
	neighbours: v.optional(
		v.array(v.strictObject({ name: Text(80), area: v.optional(v.picklist(AREAS)), note: Text(240) }))
	),
	sources: v.optional(v.record(Id, Source))
});
export type AreaRecord = v.InferOutput<typeof Area>;

/**
 * An area that somebody has begun (`area.draft.yaml`): nobody sees it, and `fingerpost check` says what is still to be filled in.
 * Its id need not be one of `AREAS` yet.
 */
export const AreaDraft = v.strictObject({
	...Area.entries,
	id: Id,
	about: v.optional(Area.entries.about)
});
export type AreaDraftRecord = v.InferOutput<typeof AreaDraft>;

export const Organization = v.strictObject({
	id: Id,
	name: Text(100),
	description: v.optional(Text(240)),
	website: v.optional(HttpUrl),
	identifiers: v.optional(v.array(v.strictObject({ scheme: v.picklist(['GB-CHC', 'GB-COH', 'GB-NHS', 'GB-LAE']), identifier: Text(20) })))
});
export const OrganizationFile = v.strictObject({ organizations: v.array(Organization) });
export type OrganizationRecord = v.InferOutput<typeof Organization>;

/** Phone numbers that are dead, wrong or must not be shown, with what to use instead. */
export const BlockedNumberFile = v.strictObject({
	numbers: v.array(
		v.strictObject({ number: Text(40), was: Text(200), use: v.optional(Text(300)), seen_at: v.optional(Text(400)) })
	)
});
