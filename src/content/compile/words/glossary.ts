import type { Glossary } from '../../../data/pages/glossary.ts';
import type { GlossaryFileRecord } from '../../schema/words/glossary.ts';

/** The glossary in alphabetical order. */
export function compileGlossary({ terms }: GlossaryFileRecord): Glossary {
	return terms
		.map(({ term, means, also, for: readers }) => ({ term, means, ...(also?.length && { also }), for: readers }))
		.toSorted((a, b) => a.term.localeCompare(b.term, 'en-GB'));
}
