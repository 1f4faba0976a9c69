import { isLive, isPublished, problemAt, type Rule } from '../rule.ts';

/** DESIGN rule 1: whatever is not simply listed says why, and a replaced record is not shown as if it were current. */
export const listing: Rule = (content) =>
	content.services.flatMap((service) => {
		const { record } = service;
		const problems = [];
		if (record.listing !== 'listed' && record.listing_reason === undefined) {
			problems.push(
				problemAt(service, ['listing'], {
					level: 'error',
					rule: 'no-reason',
					message: `"${record.id}" is ${record.listing} and does not say why`,
					mend:
						record.listing === 'confirm-first'
							? 'Add "listing_reason": one plain sentence that a worried person can read.'
							: 'Add "listing_reason": why it is not shown, in editors\' words.'
				})
			);
		}
		if (isPublished(record) && record.taxonomy_terms.length === 0) {
			problems.push(
				problemAt(service, ['taxonomy_terms'], {
					level: 'error',
					rule: 'no-kind',
					message: `"${record.id}" is shown and does not say what kind of service it is`,
					mend: 'Name its kinds under "taxonomy_terms", the main one first.'
				})
			);
		}
		if (record.replaced_by !== undefined && isLive(record)) {
			problems.push(
				problemAt(service, ['replaced_by'], {
					level: 'warning',
					rule: 'replaced-but-live',
					message: `"${record.id}" is ${record.listing} and yet replaced by "${record.replaced_by}"`,
					mend: 'Make it closed or superseded, or take "replaced_by" out.'
				})
			);
		}
		return problems;
	});

const ADULTS = /\badults?\b|\b18 (?:and|or) over\b|\bover[- ]18s?\b|\b18\+/i;
/** Words that say it is for younger people as well. */
const AND_YOUNGER = /\b(?:child|children|young|teenagers?|under[- ]18s?|all ages|any age|students?|pupils?)\b/i;

/** A person under 18 must never be sent to a service for adults only, so the age stands where the search can see it. */
export const ages: Rule = (content) =>
	content.services.flatMap((service) => {
		const { minimum_age: least, maximum_age: most, description = '' } = service.record.eligibility;
		if (least !== undefined && most !== undefined && least > most) {
			return problemAt(service, ['eligibility', 'minimum_age'], {
				level: 'error',
				rule: 'impossible-ages',
				message: `nobody is at least ${least} and at most ${most} years old`,
				mend: 'Compare both ages with the source.'
			});
		}
		if (!isPublished(service.record) || least !== undefined) return [];
		if (!ADULTS.test(description) || AND_YOUNGER.test(description)) return [];
		return problemAt(service, ['eligibility', 'description'], {
			level: 'warning',
			rule: 'adults-without-age',
			message: 'the words say that it is for adults, and no minimum_age says so',
			mend: 'Add "minimum_age: 18", or say in the text that younger people may come.'
		});
	});
