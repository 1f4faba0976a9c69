import { nearest } from '../../read/nearest.ts';
import type { Problem } from '../../read/index.ts';
import { FEEDS, placeOf, problemAt, type Rule } from '../rule.ts';
import { takesContactFrom } from './traced.ts';

const key = (fact: { file: string; name: string }) => `${fact.file}\n${fact.name}`;

/**
 * Every fact is in some record, and every record comes from facts that exist. A second record may name a fact when it
 * takes a contact from it: the number of a centre on the page of the county, the phone of a chemist that exchanges needles.
 */
export const factAccounts: Rule = (content, { facts }) => {
	if (!facts) return [];
	const known = new Map(facts.map((fact) => [key(fact), fact]));
	const used = new Map<string, string>();
	const problems: Problem[] = [];
	for (const service of content.services) {
		service.record.facts.forEach((fact, index) => {
			const path = ['facts', index, 'name'];
			const earlier = used.get(key(fact));
			const named = known.get(key(fact));
			// A feed is no fact file: what it says stands in the record, with its source.
			if (fact.file.startsWith(FEEDS)) return;
			if (named === undefined) {
				const names = facts.filter(({ file }) => file === fact.file).map(({ name }) => name);
				const near = nearest(fact.name, names);
				problems.push(
					problemAt(service, path, {
						level: 'error',
						rule: 'missing-fact',
						message: `there is no fact "${fact.name}" in ${fact.file}`,
						mend: near === undefined ? 'Copy the exact name from the fact file.' : `Did you mean "${near}"?`
					})
				);
			} else if (earlier !== undefined && !takesContactFrom(service, named)) {
				problems.push(
					problemAt(service, path, {
						level: 'warning',
						rule: 'fact-twice',
						message: `the fact "${fact.name}" is already in the record at ${earlier}`,
						mend: 'A fact belongs to one record, unless it speaks of two services or gives a contact to both.'
					})
				);
			}
			if (earlier === undefined) used.set(key(fact), placeOf(service, ['id']));
		});
	}
	for (const fact of facts) {
		if (used.has(key(fact))) continue;
		problems.push({
			level: 'error',
			rule: 'lost-fact',
			file: `facts/${fact.file}`,
			line: 1,
			column: 1,
			message: `no record accounts for the fact "${fact.name}"`,
			mend: 'Name it under "facts" of the record it belongs to, or write a draft that says why it is not shown.'
		});
	}
	return problems;
};
