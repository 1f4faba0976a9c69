import * as v from 'valibot';
import { CHANGE_KINDS } from '../../data/pages/changes.ts';
import { Id, Source, SourceRefs, Text } from './facts.ts';

/** What was corrected, for people (content/changes.yaml): newest first. */
export const ChangeFile = v.strictObject({
	changes: v.pipe(
		v.array(
			v.strictObject({
				date: v.pipe(
					v.string(),
					v.isoDate('must be a day such as 2026-11-22'),
					v.description('The day that we corrected it.')
				),
				kind: v.pipe(v.picklist(CHANGE_KINDS), v.description('What was wrong.')),
				what: v.pipe(Text(240), v.description('What was wrong and what is right, in plain sentences. Never a number that must not be rung.')),
				services: v.optional(v.pipe(v.array(Id), v.minLength(1), v.description('The services to use: their pages have what is right.'))),
				sources: SourceRefs
			})
		),
		v.check(
			(changes) => changes.every(({ date }, i) => i === 0 || date <= (changes[i - 1]?.date ?? '')),
			'changes must be in order of date, newest first'
		)
	),
	sources: v.record(Id, Source)
});
export type ChangeFileRecord = v.InferOutput<typeof ChangeFile>;
