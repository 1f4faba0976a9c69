import * as v from 'valibot';
import { Text } from '../facts.ts';

/** What a word of drug and alcohol services means, in one or two plain sentences: the file behind /words/. */

/** Whom a term is explained for first: people who look for help, or people who refer. */
export const GLOSSARY_READERS = ['people', 'professionals'] as const;

export const GlossaryTerm = v.strictObject({
	term: v.pipe(Text(60), v.description('The word or letters as people meet them, such as DRR.')),
	means: v.pipe(Text(240), v.description('What it means, in one or two short plain sentences of our own.')),
	also: v.optional(v.pipe(v.array(Text(80)), v.description('The full name behind the letters, and other words for it.')), []),
	for: v.picklist(GLOSSARY_READERS)
});
export type GlossaryTermRecord = v.InferOutput<typeof GlossaryTerm>;

/** All names that lead to a term, lower case. */
const names = ({ term, also }: GlossaryTermRecord): string[] => [term, ...also].map((name) => name.toLowerCase());

export const GlossaryFile = v.strictObject({
	terms: v.pipe(
		v.array(GlossaryTerm),
		v.check(
			(terms) => new Set(terms.flatMap(names)).size === terms.flatMap(names).length,
			'a name stands twice among the terms and their other names'
		)
	)
});
export type GlossaryFileRecord = v.InferOutput<typeof GlossaryFile>;
