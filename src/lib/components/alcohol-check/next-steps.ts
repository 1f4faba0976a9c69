import { BAND_WORDS, scoreWords, type Care, type CheckResult } from '$lib/alcohol-check/index.ts';

/** What a result says and asks a person to do, in words of our own. Facts: safety.md R4, R5, R11, SC-4, SC-5, AL-9, AL-11. */
export interface NextSteps {
	title: string;
	/** Why, in a sentence or two. */
	lead: string;
	steps: string[];
	/** What to say when one rings. */
	say?: string;
	/** Shows the services of the area that take a first call. */
	services: boolean;
}

/** @param result as `resultOf` gives it */
export function nextSteps(result: CheckResult): NextSteps {
	const { score } = result.full ?? result.short;
	const test = result.full ? 'AUDIT' : 'AUDIT-C';
	const did = `I did the alcohol test ${test}. My score is ${scoreWords(score)}.`;
	const risk =
		result.band === result.bandTo
			? `Your score: ${BAND_WORDS[result.band]}`
			: `Your score: from ${BAND_WORDS[result.band]} to ${BAND_WORDS[result.bandTo]}`;
	const all: Record<Care, () => NextSteps> = {
		emergency: () => ({
			title: 'Ring 999 now',
			lead: 'A fit, bad shaking, being confused, or seeing or hearing things without a drink can kill.',
			steps: [
				'Ring 999. Say that it started after less drink or none.',
				'Do not stay alone. Stay with them if it is somebody else.'
			],
			services: false
		}),
		'medical-first': () => ({
			title: 'Get medical help before you drink less',
			lead: 'You have been very ill without a drink before. This counts for more than any score.',
			steps: [
				'Do not stop or cut down by yourself.',
				'Ring the drug and alcohol service or your GP (family doctor). Tell them what happened.',
				'If it starts again, ring 999.'
			],
			say: `${did} When I stopped before, I had a fit or was very confused. I need medical help to drink less.`,
			services: true
		}),
		specialist: () => ({
			title: result.band === 'dependence' ? 'Your body may depend on drink' : 'Get help before you drink less',
			lead:
				result.band === 'dependence'
					? 'A score this high needs a specialist assessment. Advice alone is not enough.'
					: result.safety === 'none'
						? 'You left questions out, so the score could be high. A service can do the test with you.'
						: 'You may get ill without a drink, or are not sure. This counts for more than any score.',
			steps: [
				'Do not stop or cut down suddenly by yourself.',
				'Ring the drug and alcohol service and ask for an assessment. They help you drink less in a safe way.',
				'Is it closed? Ring when it opens. If you feel ill before then, ring 111.'
			],
			say: `${did} I may depend on drink. Can I have an assessment?`,
			services: true
		}),
		support: () => ({
			title: risk,
			lead: 'Drinking this much puts your health at higher risk.',
			steps: [
				'Talk to the drug and alcohol service or your GP (family doctor) about drinking less.',
				'Are you ill, in body or mind, because of drink? Ask your GP to refer you.'
			],
			say: `${did} I want to drink less. Can you help me?`,
			services: true
		}),
		advice: () => ({
			title: risk,
			lead: 'Drinking this much raises the risk to your health. Drinking less would lower it.',
			steps: [
				'Choose days without any drink.',
				'Tell someone you trust that you want to drink less.',
				'Is it hard to drink less? Ask the drug and alcohol service. You do not have to be very ill to ask.'
			],
			say: `${did} I want to drink less. Can you help me?`,
			services: true
		}),
		low: () => ({
			title: risk,
			lead: shortWords(result),
			steps: ['Are you still worried about your drinking? You can talk to someone whatever the score says.'],
			services: true
		})
	};
	return all[result.care]();
}

function shortWords({ short, full }: CheckResult): string {
	if (!full) return 'By this test, your drinking is at low risk.';
	return `By the full test, your drinking is at low risk. The first three questions alone said ${BAND_WORDS[short.band]}. So drinking a little less is worth it.`;
}

/** What somebody does who goes through the test with a person, as part of their work (SC-4, CJ-7). */
export const FOR_PROFESSIONALS: Readonly<Record<Care, string[]>> = {
	emergency: ['Ring 999 and stay with the person. Do not wait for the test to be finished.'],
	'medical-first': [
		'Arrange medical help before any plan to drink less. Earlier fits or confusion count for more than the score.',
		'Do not tell the person to stop suddenly.'
	],
	specialist: [
		'Offer a referral for a specialist assessment. Brief advice alone is not for this person.',
		'Do not tell the person to stop suddenly.'
	],
	support: [
		'Offer brief advice. It is for people who do not depend on drink.',
		'Is the person ill, in body or mind, because of drink? Refer them as well.'
	],
	advice: ['Offer brief advice. It is for people who do not depend on drink.'],
	low: ['Tell the person the score. Signs of illness without drink would count for more than a low score.']
};
