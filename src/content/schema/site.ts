import * as v from 'valibot';
import { Text } from './facts.ts';

/** What the people who run this copy of the site set (content/site.yaml). */
export const SiteFile = v.strictObject({
	maintainer: v.pipe(
		v.strictObject({
			name: v.optional(v.pipe(Text(80), v.description('Who looks after the list: a name that people may know.'))),
			email: v.optional(
				v.pipe(v.string(), v.email('must be one e-mail address, such as list@example.org'), v.description('Where to write to. Shown to everyone.'))
			),
			form: v.optional(
				v.pipe(
					v.string(),
					v.url('must be a web address'),
					v.startsWith('https://', 'must start with https://'),
					v.description('The page of a form of yours. It is opened only when a person taps it, and nothing is put into its address.')
				)
			)
		}),
		v.check(
			({ name, email, form }) => name === undefined || email !== undefined || form !== undefined,
			'a name alone reaches nobody: add `email` or `form`'
		),
		v.description('Who looks after the list. Leave it empty, as {}, and people are told how to reach each service itself.')
	)
});
export type SiteFileRecord = v.InferOutput<typeof SiteFile>;
