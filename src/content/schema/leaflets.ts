import * as v from 'valibot';
import { DOORS } from '../../data/pages/leaflets.ts';
import { TAXONOMY_TERMS } from '../../data/terms.ts';
import { Id, Text } from './facts.ts';
import { Means, ServiceQuery } from './pathway.ts';

/** What printed leaflets say, and for whom: `content/print/leaflets.yaml`. */

/** A rule of safety.md (R4) or a note of content/safety/notes.yaml. */
const NoteId = v.pipe(
	v.string(),
	v.regex(/^(R([1-9]|1[0-5])|[a-z0-9]+(-[a-z0-9]+)*)$/, 'must be a rule such as R4 or the id of a note in content/safety/notes.yaml')
);
const Notes = v.pipe(v.array(NoteId), v.minLength(1));
const Terms = v.pipe(v.array(v.picklist(TAXONOMY_TERMS)), v.minLength(1));

const Audience = v.strictObject({
	id: Id,
	label: v.pipe(Text(40), v.description('What the maker of a leaflet chooses: A waiting room.')),
	title: v.pipe(Text(60), v.description('The heading of the leaflet.')),
	intro: v.pipe(Text(160), v.description('One or two plain sentences under the heading.')),
	short: v.pipe(Text(120), v.description('What to do in danger, in one line: for a pocket card. Starts from 999.')),
	means: v.pipe(Means, v.description('What is known of the reader: age and group are walls for services.')),
	doors: v.pipe(v.array(v.picklist(DOORS)), v.minLength(1), v.description('Whose front doors stand on it, the first one first.')),
	walk_in: v.optional(v.pipe(Terms, v.description('Kinds of place to walk into that are shown to this reader.'))),
	safety: v.pipe(Notes, v.description('Safety lines that are always on it, most important first. R1 and R14 among them.')),
	needs: v.pipe(v.array(Id), v.description('Needs that are chosen to begin with.'))
});

const Need = v.strictObject({
	id: Id,
	label: v.pipe(Text(60), v.description('The heading over these services.')),
	not_for: v.optional(v.pipe(v.array(Id), v.minLength(1), v.description('Audiences to whom it is not offered.'))),
	means: v.optional(Means),
	safety: v.optional(v.pipe(Notes, v.description('Safety lines that stand above its services.'))),
	services: v.pipe(v.array(ServiceQuery), v.minLength(1))
});

export const LeafletFile = v.strictObject({
	night: v.pipe(Terms, v.description('Kinds of line. Those open at night, every night, are shown.')),
	audiences: v.pipe(v.array(Audience), v.minLength(1)),
	needs: v.pipe(v.array(Need), v.minLength(1))
});
export type LeafletFileRecord = v.InferOutput<typeof LeafletFile>;
