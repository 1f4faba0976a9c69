import type { Card, Detail } from '../../data/record.ts';
import { ages } from '../directory/service/ages.ts';
import { audienceLabel, referrerTerm, substanceLabel, wayLabel } from '../directory/service/labels.ts';
import { sureness } from '../directory/service/sureness.ts';
import { shownCard, type Instant } from '../schedule/index.ts';
import { weekWords } from './week-words.ts';

/** One thing that a person who refers wants to know of a service. */
export interface ReferralFact {
	id: FactId;
	/** What it is, as a heading of a row. */
	label: string;
	/** What our sources say, a sentence or two each. Empty: they say nothing, and `ask` is shown. */
	says: string[];
	/** Where to read or fill in more: forms and pages. */
	links: { text: string; href: string }[];
	/** The question to ask when nothing is known. */
	ask: string;
}

export const FACTS = [
	'for',
	'not-for',
	'ages',
	'councils',
	'referrers',
	'route',
	'form',
	'asks',
	'wait',
	'next',
	'hours',
	'cost',
	'private',
	'access'
] as const;
export type FactId = (typeof FACTS)[number];

/** What is needed of a service; `councils` and `through` are names. */
export interface Referable {
	card: Card;
	detail: Detail;
	councils: readonly string[];
	through: readonly { id: string; name: string }[];
}

const COSTS = {
	free: 'Free.',
	paid: 'There is a charge.',
	'some-free': 'Some of it is free.',
	'call-charge': 'Calls are charged.'
};

const sentence = (words: readonly string[]) => (words.length > 0 ? [`${words.join(', ')}.`] : []);
const known = (...texts: (string | undefined)[]) => texts.flatMap((text) => (text ? [text] : []));

/**
 * What a person who refers wants to know of a service, row by row and in the order of `FACTS`, the same rows for every
 * service so that several stand side by side. Hours are those that may be shown at `now`. What no source says has no words: the row then says what to ask.
 */
export function referralFacts({ card, detail, councils, through }: Referable, now?: Instant): ReferralFact[] {
	const { access, eligibility } = detail;
	const forms = (detail.urls ?? []).filter(({ kind }) => kind === 'referral-form');
	const fact = (
		id: FactId,
		label: string,
		says: string[],
		ask: string,
		links: ReferralFact['links'] = []
	): ReferralFact => ({ id, label, says: [...new Set(says)], ask, links });
	return [
		fact(
			'for',
			'Who it takes',
			[
				...known(eligibility?.description),
				...sentence((card.who ?? []).map(audienceLabel)),
				...sentence((card.substances ?? []).map(substanceLabel))
			],
			'Whom do you take?'
		),
		fact('not-for', 'Who it does not take', known(eligibility?.notFor), 'Whom do you not take?'),
		fact(
			'ages',
			'Ages',
			card.minAge === undefined && card.maxAge === undefined ? [] : [ages(card)],
			'What ages do you take?'
		),
		fact(
			'councils',
			'Where they must live',
			[card.councils ? `${councils.join(', ')}.` : 'Anywhere in England.'],
			'Which places do you serve?'
		),
		fact(
			'referrers',
			'Who can refer',
			sentence(card.referral.map(referrerTerm)),
			'Who can refer, and can the person ring you themself?'
		),
		fact(
			'route',
			'How to refer',
			[
				...known(access?.description),
				...sentence(card.ways.map(wayLabel)),
				...(through.length > 0 ? [`Through ${through.map(({ name }) => name).join(' or ')}.`] : [])
			],
			'How do I refer?'
		),
		fact(
			'form',
			'Form',
			[],
			'Is there a form, and what does it ask?',
			forms.map(({ url, label }) => ({ text: label ?? 'Referral form', href: url }))
		),
		fact(
			'asks',
			'Criteria, and what they ask for',
			known(detail.professionals?.text),
			'What do you need from me, and what are your criteria?'
		),
		fact('wait', 'How long it takes', known(access?.wait), 'When can you see this person, and what until then?'),
		fact('next', 'What happens next', known(access?.whatHappens), 'What happens after I refer?'),
		fact('hours', 'Hours', hoursOf(shownCard(card, now)), 'When can I reach you, and who answers when you are closed?'),
		fact(
			'cost',
			'Cost',
			detail.cost ? known(COSTS[detail.cost.option], detail.cost.description) : [],
			'Does it cost anything?'
		),
		fact('private', 'Confidentiality', known(detail.privacy?.text), 'What do you share, with whom, and when?'),
		fact(
			'access',
			'Languages and access',
			known(detail.languages?.text, detail.accessibility?.text),
			'Do you have interpreters, and can a disabled person get in?'
		)
	];
}

function hoursOf({ hours, mainHours }: Card): string[] {
	const main = mainHours === undefined ? undefined : hours?.[mainHours];
	return known(main && weekWords(main), main?.note && `${main.note}.`);
}

/**
 * What to tell the person before you refer: only what the record says, the rest is left out.
 * @returns plain sentences, for the person and not for the worker
 */
export function tellClient({ card, detail }: Pick<Referable, 'card' | 'detail'>): string[] {
	return [
		...(card.referral.includes('self') ? ['You can also ask for this help yourself.'] : []),
		...(detail.cost?.option === 'free' ? ['It is free.'] : []),
		...known(detail.privacy?.text, detail.access?.whatHappens, detail.access?.wait),
		sureness(card)
	];
}
