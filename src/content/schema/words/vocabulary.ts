import * as v from 'valibot';
import { EMERGENCY_CARDS } from '../../../data/vocabulary.ts';
import { AREAS, AUDIENCES, SUBSTANCE_GROUPS, TAXONOMY_TERMS } from '../../../data/terms.ts';
import { Id, PartialDate, Text } from '../facts.ts';

/** What people type in search, and what it means: the files of content/vocabulary. Street names are never shown. */

const Word = v.pipe(v.union([v.string(), v.pipe(v.number(), v.transform(String))]), v.trim(), v.nonEmpty(), v.maxLength(80));
const Words = v.pipe(v.array(Word), v.description('Words and phrases as people type them. For matching only, never shown.'));
const Age = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120));
const Terms = v.pipe(v.array(v.picklist(TAXONOMY_TERMS)), v.description('Kinds of service that help, best first.'));
const SafetyFacts = v.pipe(
	v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2,3}-\d+$/, 'must be a fact of safety.md, such as AL-1'))),
	v.description('Facts of safety.md that matter for it.')
);

export const Substance = v.strictObject({
	id: Id,
	formal: v.pipe(Text(100), v.description('The name that screens show.')),
	groups: v.pipe(v.array(v.picklist(SUBSTANCE_GROUPS)), v.description('Groups that services may be limited to.')),
	words: v.pipe(Words, v.description('The formal names, one each, and close forms of them.')),
	street_names: v.optional(v.array(v.strictObject({ names: Words, source: Id }))),
	search_extra: v.optional(v.pipe(Words, v.description('Common usage, gathered for matching. Not sourced.'))),
	misspellings: v.optional(v.pipe(Words, v.description('Working guesses at how people misspell it. Not sourced.'))),
	taxonomy_terms: Terms,
	safety: v.optional(SafetyFacts),
	note: v.optional(v.pipe(Text(200), v.description('For editors. Never shown.')))
});

const WordSource = v.strictObject({
	url: v.nullable(v.pipe(v.string(), v.regex(/^https?:\/\//, 'must start with https:// or http://'))),
	what: Text(200),
	date: v.union([PartialDate, v.literal('not shown'), v.literal('2022-23')]),
	note: v.optional(Text(200))
});

export const SubstanceFile = v.strictObject({
	sources: v.record(Id, WordSource),
	substances: v.array(Substance)
});

export const Need = v.strictObject({
	id: Id,
	label: v.pipe(Text(80), v.description('What it is, in plain words that screens may show.')),
	words: Words,
	taxonomy_terms: Terms,
	audiences: v.optional(v.pipe(v.array(v.picklist(AUDIENCES)), v.description('Whom it tells that the help is for.'))),
	minimum_age: v.optional(Age),
	maximum_age: v.optional(Age),
	emergency: v.optional(
		v.pipe(v.picklist(EMERGENCY_CARDS), v.description('The emergency card that these words open above the results.'))
	),
	past: v.optional(
		v.pipe(v.literal(true), v.description('An emergency that is named in one word beside these words is over: "my son died of an overdose".'))
	),
	safety: v.optional(SafetyFacts),
	note: v.optional(Text(200))
});
export const NeedFile = v.strictObject({ needs: v.array(Need) });

export const AmbiguousFile = v.strictObject({
	ambiguous: v.pipe(
		v.record(v.pipe(v.string(), v.nonEmpty(), v.maxLength(80)), v.pipe(v.array(Id), v.minLength(1))),
		v.description('Words with ids of substances, needs or kinds (kind-pharmacy), best first. One id settles a word; several are all shown.')
	)
});

export const Person = v.strictObject({
	id: Id,
	label: Text(80),
	words: Words,
	taxonomy_terms: Terms,
	audiences: v.optional(v.array(v.picklist(AUDIENCES))),
	minimum_age: v.optional(Age),
	maximum_age: v.optional(Age),
	other: v.optional(
		v.pipe(v.literal(true), v.description('True when the help is about this person and another person is typing.'))
	)
});

export const WordFile = v.strictObject({
	people: v.array(Person),
	kinds: v.pipe(
		v.array(v.strictObject({ term: v.picklist(TAXONOMY_TERMS), words: Words, also: v.optional(Terms) })),
		v.description('What people call a kind of service; also: kinds that help when there is none.')
	),
	areas: v.array(
		v.strictObject({ area: v.picklist(AREAS), council: v.optional(Id), label: Text(80), words: Words })
	),
	names: v.pipe(
		v.array(v.strictObject({ name: Text(80), words: Words })),
		v.description('Other ways to type the name of an organization or a service.')
	),
	stop: v.pipe(Words, v.description('Words that carry no meaning for a search.')),
	common: v.pipe(Words, v.description('Everyday words that are never taken for a misspelling.')),
	weak: v.pipe(Words, v.description('Everyday words that are also street names: they count only when nothing stronger was typed.')),
	units: v.pipe(Words, v.description('Words after a number that show that it is not an age.'))
});

/** Dangers told by words that stand apart. */
export const AlarmFile = v.strictObject({
	lists: v.record(Id, v.pipe(Words, v.description('Words and phrases; =substance, =many, =small-child stand for many.'))),
	alarms: v.array(
		v.strictObject({
			need: v.pipe(Id, v.description('The need whose emergency card opens.')),
			all: v.pipe(v.array(Id), v.minLength(2), v.description('Lists of which each must have a word in the query.')),
			within: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(30), v.description('How many words they may span.')),
			unless: v.pipe(v.array(Id), v.description('Lists of which none may have a word in the query.'))
		})
	),
	harmless: v.pipe(Words, v.description('Phrases that hold a word of danger and tell none: "fit for work".'))
});

/** One search, and what must come up among the first three results: terms, ids of services, or emergency:<card>. */
export const Query = v.strictObject({
	q: v.pipe(v.union([v.string(), v.pipe(v.number(), v.transform(String))]), v.maxLength(200)),
	area: v.optional(v.picklist(AREAS)),
	want: v.pipe(
		v.union([v.string(), v.array(v.string())]),
		v.description('A kind of service, the id of a service, emergency:<card>, or emergency:none. Of several, each must come up.')
	),
	any: v.optional(v.pipe(v.literal(true), v.description('One of several wants is enough.'))),
	first: v.optional(v.pipe(v.string(), v.description('What the very first result must be.'))),
	not: v.optional(v.pipe(v.array(v.string()), v.description('Kinds that must not come up among the first three.')))
});
export const QueryFile = v.strictObject({ queries: v.array(Query) });

export type SubstanceRecord = v.InferOutput<typeof Substance>;
export type NeedRecord = v.InferOutput<typeof Need>;
export type WordRecords = v.InferOutput<typeof WordFile>;
export type AlarmRecords = v.InferOutput<typeof AlarmFile>;
export type QueryRecord = v.InferOutput<typeof Query>;
