import * as v from 'valibot';
import {
	AUDIENCES,
	LISTINGS,
	REFERRERS,
	SUBSTANCE_GROUPS,
	TAXONOMY_TERMS,
	WAYS_IN
} from '../../data/terms.ts';
import { HttpUrl, Id, provenance, Source, SourceRefs, Text } from './facts.ts';

/**
 * A service as an editor writes it: HSDS 3.0 / Open Referral UK entities (service, organization, location,
 * service_at_location, phone, schedule, cost_option, language, accessibility) folded into one file a person can read.
 */

export const OpeningHours = v.pipe(
	Text(200),
	v.description(
		'OpenStreetMap opening_hours syntax, for example "Mo-Fr 09:00-17:00; PH off", "24/7", "We[1] 19:00-20:30", "unknown", "Mo-Fr 09:00-17:00 \\"by appointment\\"".'
	)
);

export const Schedule = v.strictObject({
	opening_hours: OpeningHours,
	for: v.optional(v.pipe(Text(80), v.description('What opens at these times when it is not the whole service, for example Needle exchange.'))),
	note: v.optional(v.pipe(Text(200), v.description('Something a person must know about these times.'))),
	...provenance
});

export const Phone = v.strictObject({
	number: v.pipe(Text(40), v.description('As people write it: 0330 303 6000, 999, 116 123. For a text line, the number to text.')),
	kind: v.optional(v.picklist(['voice', 'text'], 'must be voice or text'), 'voice'),
	label: v.optional(v.pipe(Text(80), v.description('Which line this is when there are several, for example Evenings and weekends.'))),
	instruction: v.optional(v.pipe(Text(120), v.description('What to press or send, for example "Choose option 2" or "Text SHOUT".'))),
	hours: v.optional(OpeningHours),
	...provenance
});

export const Email = v.strictObject({ address: v.pipe(v.string(), v.email()), label: v.optional(Text(80)), ...provenance });

export const Url = v.strictObject({
	url: HttpUrl,
	kind: v.picklist(['website', 'referral-form', 'chat', 'information', 'meetings']),
	label: v.optional(Text(80)),
	hours: v.optional(OpeningHours),
	...provenance
});

export const Location = v.strictObject({
	name: v.optional(Text(100)),
	address_1: v.optional(v.pipe(Text(160), v.description('Building, number and street.'))),
	city: Text(60),
	postal_code: v.optional(v.pipe(Text(8), v.description('A full postcode, such as CM2 0PP. Leave out when no source gives it.'))),
	confidential: v.optional(v.pipe(v.boolean(), v.description('True for refuges: no address and no point is ever shown.'))),
	directions: v.optional(Text(200)),
	accessibility: v.optional(Text(240)),
	phones: v.optional(v.array(Phone)),
	schedules: v.optional(v.array(Schedule)),
	latitude: v.optional(v.pipe(v.number(), v.minValue(49), v.maxValue(61))),
	longitude: v.optional(v.pipe(v.number(), v.minValue(-9), v.maxValue(3))),
	...provenance
});

export const Fact = v.strictObject({
	file: v.pipe(Text(100), v.description('The fact file, such as essex.yaml; feeds/<name> for what an import brought.')),
	name: v.pipe(Text(200), v.description('The exact name of the fact (its id in national.yaml, or in the feed).'))
});

export const Service = v.strictObject({
	id: Id,
	name: v.pipe(Text(100), v.description('The name people will see at the door or hear on the phone.')),
	alternate_name: v.optional(v.pipe(v.array(Text(100)), v.description('Other names people know it by; searched, shown small.'))),
	organization: v.pipe(Id, v.description('Who runs it: an id in an organizations.yaml.')),
	listing: v.picklist(LISTINGS),
	listing_reason: v.optional(
		v.pipe(Text(400), v.description('Why it is not simply listed. Must be given for confirm-first, draft, closed and superseded. Shown for confirm-first.'))
	),
	replaced_by: v.optional(v.pipe(Id, v.description('The service to use instead of a closed or superseded one.'))),
	facts: v.pipe(v.array(Fact), v.minLength(1), v.description('The facts that this record was made from.')),
	taxonomy_terms: v.pipe(
		v.array(v.picklist(TAXONOMY_TERMS)),
		v.description('What kind of service it is, the main kind first. Only a draft may have none yet. naloxone only where a source says that it supplies it (rule R9).')
	),
	substances: v.optional(v.pipe(v.array(v.picklist(SUBSTANCE_GROUPS)), v.description('Only when the service is limited to these.'))),
	description: v.pipe(Text(400), v.description('What it does, in one to three plain sentences of our own.')),
	eligibility: v.strictObject({
		description: v.optional(v.pipe(Text(300), v.description('Who it is for, as a plain sentence.'))),
		not_for: v.optional(v.pipe(Text(300), v.description('Who it is not for, as a plain sentence, with where to go instead if known.'))),
		minimum_age: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120))),
		maximum_age: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120))),
		audiences: v.optional(v.pipe(v.array(v.picklist(AUDIENCES)), v.description('Who it is made for. Leave out when it is for everyone.'))),
		sources: v.optional(SourceRefs)
	}),
	service_areas: v.pipe(
		v.union([v.literal('england'), v.pipe(v.array(Id), v.minLength(1))]),
		v.description('Ids of the councils whose residents it serves, or england.')
	),
	access: v.strictObject({
		ways: v.pipe(v.array(v.picklist(WAYS_IN)), v.description('How a person first makes contact. Empty when not known.')),
		referral: v.pipe(v.array(v.picklist(REFERRERS)), v.description('Who may refer; self when no referral is needed. Empty when not known.')),
		through: v.optional(v.pipe(v.array(Id), v.description('Services that one goes through to reach this one.'))),
		description: v.optional(v.pipe(Text(400), v.description('What to do first, as plain sentences.'))),
		what_happens: v.optional(v.pipe(Text(400), v.description('What happens when you call or walk in. Only where a source says.'))),
		wait: v.optional(v.pipe(Text(200), v.description('How long it may take. Only where a source says, with its year.'))),
		sources: v.optional(SourceRefs)
	}),
	cost: v.optional(
		v.strictObject({
			option: v.picklist(['free', 'paid', 'some-free', 'call-charge']),
			description: v.optional(Text(240)),
			sources: SourceRefs
		})
	),
	languages: v.optional(v.strictObject({ description: Text(240), sources: SourceRefs })),
	accessibility: v.optional(v.strictObject({ description: Text(240), sources: SourceRefs })),
	privacy: v.optional(
		v.pipe(v.strictObject({ description: Text(240), sources: SourceRefs }), v.description('That it is confidential, only where a source says so.'))
	),
	professionals: v.optional(
		v.pipe(
			v.strictObject({ description: Text(600), sources: SourceRefs }),
			v.description('For people who refer: criteria, what the service asks for, timescales.')
		)
	),
	phones: v.optional(v.array(Phone)),
	emails: v.optional(v.array(Email)),
	urls: v.optional(v.array(Url)),
	schedules: v.optional(v.pipe(v.array(Schedule), v.description('Times of the service as a whole. Times of one place belong to its location.'))),
	locations: v.optional(v.array(Location)),
	sources: v.pipe(v.record(Id, Source), v.description('The sources of this record, each under a short name.')),
	notes: v.optional(v.pipe(Text(1500), v.description('For editors: doubts, what to ask when ringing. Never shown.')))
});

/** A file holds one service, or several that are alike (as pharmacies). */
export const ServiceFile = v.union([Service, v.strictObject({ services: v.array(Service) })]);

export type ServiceInput = v.InferInput<typeof Service>;
export type ServiceRecord = v.InferOutput<typeof Service>;
