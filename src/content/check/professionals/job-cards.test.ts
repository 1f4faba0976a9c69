import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { problemLines, SERVICE_FILE, validService } from '../fixture.ts';

type Fields = Record<string, unknown>;

const rule = (index: number) => ({
	id: `R${index + 1}`,
	level: 'note',
	title: 'A rule',
	text: 'Do this.',
	facts: [`R${index + 1}`]
});
const pathway = {
	start: 'who',
	questions: [
		{
			id: 'who',
			text: 'Who is it for?',
			why: 'We ask.',
			answers: [
				{ id: 'me', text: 'Me', to: 'talk' },
				{ id: 'work', text: 'At work', to: 'job' }
			],
			not_sure: 'talk',
			skip: 'talk'
		},
		{
			id: 'job',
			text: 'Where do you work?',
			why: 'We ask.',
			answers: [
				{ id: 'police', text: 'Police', to: 'case' },
				{ id: 'gp', text: 'GP', to: 'talk' }
			],
			not_sure: 'talk',
			skip: 'talk'
		},
		{
			id: 'case',
			text: 'What is it?',
			why: 'We ask.',
			answers: [
				{ id: 'call', text: 'A call', to: 'talk' },
				{ id: 'other', text: 'Other', to: 'talk' }
			],
			not_sure: 'talk',
			skip: 'talk'
		}
	],
	outcomes: [
		{
			id: 'talk',
			title: 'Talk',
			applies: 'You want to talk.',
			steps: { now: [{ text: 'Talk.' }] },
			sources: ['R1'],
			review: { state: 'not-reviewed' }
		}
	]
};
const card: Fields = {
	id: 'police',
	title: 'Police',
	about: 'At a call.',
	cases: [{ text: 'A call', answers: { case: 'call' } }],
	ask: [{ text: 'When did you drink?' }],
	offer: [{ text: 'Ring.' }],
	never: [{ text: 'Do not leave them.', safety: ['R1'] }],
	refer: { who: 'You.', how: 'Ring.' },
	hand_out: { title: 'Help', lines: ['You can ring.', 'It is up to you.'], safety: ['R1', 'R4'], services: ['well-street-hub'] },
	sources: ['R1'],
	review: { state: 'not-reviewed' }
};

/** The problems of one card with some fields replaced, without their places. */
function problems(fields: Fields = {}): string[] {
	return problemLines({
		'content/safety/rules.yaml': stringify({ rules: Array.from({ length: 15 }, (_, index) => rule(index)) }),
		'content/pathways/start.yaml': stringify(pathway),
		'content/professionals/cards.yaml': stringify({ cards: [{ ...card, ...fields }] }),
		[SERVICE_FILE]: validService({ service_areas: 'england' })
	})
		.filter((line) => line.startsWith('cards.yaml'))
		.map((line) => line.replace(/^\S+ /, ''));
}

test('a card in order is no problem', () => {
	expect(problems()).toEqual([]);
});

test('a case that leads to no plan, has a wrong answer, or answers what is not asked', () => {
	const ways = (answers: Fields) => problems({ cases: [{ text: 'A call', answers }] }).map((line) => line.split(' — ')[0]);
	expect(ways({})).toEqual(['error job-card-way this case of "police" is still asked "case"']);
	expect(ways({ case: 'fire' })).toEqual([
		'error job-card-way this case of "police" gives "case" the answer "fire", which it does not have'
	]);
	expect(ways({ case: 'call', weather: 'wet' })).toEqual([
		'error job-card-way this case of "police" answers "weather", which is no question'
	]);
});

test('a safety note, a service or a document that is not there', () => {
	expect(problems({ never: [{ text: 'Do not.', safety: ['no-such-note'] }] })[0]).toContain(
		'there is no safety rule or note "no-such-note"'
	);
	const handOut = { title: 'Help', lines: ['You can ring.', 'It is up to you.'], safety: ['R1', 'R4'] };
	expect(problems({ hand_out: { ...handOut, services: ['far-hub'] } })[0]).toContain('there is no service "far-hub"');
	expect(problems({ sources: ['no-such-report.txt:12'] })[0]).toContain('there is no document "no-such-report.txt"');
});

test('what not to do must say which safety rule it rests on', () => {
	expect(problems({ never: [{ text: 'Do not.' }] })[0]).toContain('safety');
});

test('a hand-out without the rules that keep people alive', () => {
	const handOut = { title: 'Help', lines: ['You can ring.', 'It is up to you.'], services: ['well-street-hub'] };
	expect(problems({ hand_out: { ...handOut, safety: ['R7'] } })).toEqual([
		'error hand-out-safety the hand-out of "police" must show safety rule R1 — Add R1 under "safety".',
		'error hand-out-safety the hand-out of "police" must show safety rule R4 — Add R4 under "safety".'
	]);
});

test('the hand-out is held to the reading age of all texts, the card to that of professionals', () => {
	const hard =
		'Individuals experiencing alcohol dependence necessitate comprehensive multidisciplinary assessment, stabilisation and subsequent pharmacological intervention.';
	const handOut = { title: 'Help', lines: [hard, 'It is up to you.'], safety: ['R1', 'R4'], services: ['well-street-hub'] };
	expect(problems({ hand_out: handOut }).join()).toMatch(/error reading-age .*the most is 16/);
	expect(problems({ ask: [{ text: hard }] }).join()).toMatch(/the most is 20/);
});
