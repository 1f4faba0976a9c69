/**
 * The ten questions of AUDIT in plain words of our own, with their scores (safety.md SC-3). The first three are AUDIT-C. Two
 * more belong to us: which number of units counts as a heavy day, and one on safety (SC-5, AL-11), which no score holds.
 */

export interface Choice {
	/** Stands in the address. Never changed. */
	id: string;
	text: string;
	/** 0 to 4. */
	score: number;
}

export const AUDIT_IDS = [
	'how-often',
	'units',
	'heavy-days',
	'could-not-stop',
	'let-down',
	'morning-drink',
	'guilt',
	'memory',
	'hurt',
	'others-worry'
] as const;
export type AuditId = (typeof AUDIT_IDS)[number];

/** How many of them are AUDIT-C. */
export const SHORT_LENGTH = 3;
/** Highest score of one question. */
export const MOST = 4;

export interface AuditQuestion {
	id: AuditId;
	text: string;
	hint?: string;
	choices: readonly Choice[];
}

const choices = (...list: [id: string, text: string, score: number][]): Choice[] =>
	list.map(([id, text, score]) => ({ id, text, score }));

const HOW_OFTEN = choices(
	['never', 'Never', 0],
	['less-than-monthly', 'Less than once a month', 1],
	['monthly', 'About once a month', 2],
	['weekly', 'About once a week', 3],
	['daily', 'Every day, or nearly', 4]
);
const EVER = choices(
	['no', 'No', 0],
	['before', 'Yes, but not in the last year', 2],
	['last-year', 'Yes, in the last year', 4]
);

/** Units that make a heavy day: 8 for men, 6 for women and for whoever does not say, since that is the careful number. */
export const HEAVY_UNITS = { woman: 6, man: 8 } as const;
export type Body = keyof typeof HEAVY_UNITS;

export const AUDIT: readonly AuditQuestion[] = [
	{
		id: 'how-often',
		text: 'How often do you have a drink with alcohol in it?',
		choices: choices(
			['never', 'Never', 0],
			['monthly', 'Once a month or less', 1],
			['2-a-month', '2 to 4 times a month', 2],
			['2-a-week', '2 or 3 times a week', 3],
			['4-a-week', '4 times a week or more', 4]
		)
	},
	{
		id: 'units',
		text: 'On a day when you drink, how many units do you usually have?',
		hint: 'Not sure what a unit is? Add up your drinks below.',
		choices: choices(
			['0-to-2', '0 to 2 units', 0],
			['3-or-4', '3 or 4 units', 1],
			['5-or-6', '5 or 6 units', 2],
			['7-to-9', '7 to 9 units', 3],
			['10-or-more', '10 units or more', 4]
		)
	},
	{
		id: 'heavy-days',
		text: 'In the last year, how often did you have {units} units or more in one day or night?',
		choices: HOW_OFTEN
	},
	{
		id: 'could-not-stop',
		text: 'In the last year, how often could you not stop drinking once you had started?',
		choices: HOW_OFTEN
	},
	{
		id: 'let-down',
		text: 'In the last year, how often did drinking keep you from doing what people count on you for?',
		hint: 'Such as work, school, or looking after someone.',
		choices: HOW_OFTEN
	},
	{
		id: 'morning-drink',
		text: 'In the last year, how often did you need a drink in the morning to get going after a heavy day?',
		choices: HOW_OFTEN
	},
	{
		id: 'guilt',
		text: 'In the last year, how often did you feel guilty or sorry after drinking?',
		choices: HOW_OFTEN
	},
	{
		id: 'memory',
		text: 'In the last year, how often could you not remember the night before, because of drink?',
		choices: HOW_OFTEN
	},
	{ id: 'hurt', text: 'Have you or somebody else been hurt because you were drinking?', choices: EVER },
	{
		id: 'others-worry',
		text: 'Has a relative, a friend, a doctor or a health worker worried about your drinking, or said to drink less?',
		choices: EVER
	}
];

/** Decides between 6 and 8 units: asked only because the test counts differently. */
export const BODY = 'body';
export const BODY_QUESTION = {
	id: BODY,
	text: 'Are you a woman or a man?',
	why: 'The test counts 6 units as a lot for a woman, and 8 for a man. We use it for the next question and for nothing else.',
	choices: [
		{ id: 'woman', text: 'Woman' },
		{ id: 'man', text: 'Man' }
	],
	skip: 'Rather not say',
	skipHint: 'We then use 6: that is the careful number.'
} as const;

/** What may happen without drink: any but `none` overrides a low score (SC-5). The worst comes first. */
export const SAFETY = 'without-drink';
export const SAFETY_ANSWERS = ['now', 'before', 'signs', 'none'] as const;
export type SafetyAnswer = (typeof SAFETY_ANSWERS)[number];
export const SAFETY_QUESTION: {
	id: string;
	text: string;
	why: string;
	choices: readonly { id: SafetyAnswer; text: string; hint?: string }[];
} = {
	id: SAFETY,
	text: 'What happens to you without a drink?',
	why: 'Some people fall ill when they stop. No score can show that, so we ask. Choose the first that is true.',
	choices: [
		{
			id: 'now',
			text: 'Right now: a fit, bad shaking, confused, or seeing or hearing things',
			hint: 'This needs 999.'
		},
		{ id: 'before', text: 'It has happened before: a fit, confused, or seeing or hearing things' },
		{ id: 'signs', text: 'I shake, sweat, feel sick, or wake up worried until I drink' },
		{ id: 'none', text: 'None of these' }
	]
};

/** The answer to any question that somebody is not sure about or would rather not give. */
export const SKIP = 'skip';

export const auditQuestion = (id: string): AuditQuestion | undefined => AUDIT.find((question) => question.id === id);
