import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../data/pathway.ts';
import type { PlanLine } from '../plan/lines.ts';
import { noteItem, serviceItem, stepItem } from '../plan/plan.ts';
import { todayWords } from './facts.ts';
import { LONGEST_MESSAGE, planText, shortMessage } from './message.ts';
import { card, HOLIDAYS, NINE_TO_FIVE, NOW, shared } from './test-service.ts';

const link = 'https://fingerpost.example.org/plan/#p1=0XXXXXXCCCCC';
const MONDAY = Date.UTC(2026, 10, 30, 12);
const base = { link, discreet: false, now: MONDAY, holidays: HOLIDAYS };

describe('a text message', () => {
	test('has name, phone, hours today, place and the link', () => {
		expect(shortMessage({ ...base, services: [shared()] })).toBe(
			`Mill Lane Hub 020 7946 0991. Mon 30 Nov: 9am to 5pm. 2 Mill Lane, Harlow CM20 1AA\n${link}`
		);
	});

	test('says nothing for certain of a service that is not', () => {
		expect(shortMessage({ ...base, services: [shared({ sure: false })] })).toContain('9am to 5pm (check first)');
	});

	test('is never longer than 300 characters, and never half a number', () => {
		// A name with digits may look like the start of a number.
		const names = fc.string({ maxLength: 80 }).map((name) => name.replaceAll(/\d/g, 'x'));
		const services = fc.array(fc.record({ name: names, phone: fc.constant('020 7946 0991') }).map(shared), {
			maxLength: 30
		});
		fc.assert(
			fc.property(services, fc.boolean(), (services, discreet) => {
				const text = shortMessage({ ...base, services, discreet });
				expect(text.length).toBeLessThanOrEqual(LONGEST_MESSAGE);
				const numbers = text.match(/020[ \d]*/g) ?? [];
				for (const number of numbers) expect(number.trim()).toMatch(/^020 7946 0991/);
				if (!discreet) expect(text.endsWith(link)).toBe(true);
			})
		);
	});

	test('says how many are left out', () => {
		const services = Array.from({ length: 20 }, (_, i) => shared({ name: `Hub ${i}` }));
		expect(shortMessage({ ...base, services })).toMatch(/and \d+ more:/);
	});

	test('when it is to be discreet, has numbers and hours, and no name, place or link', () => {
		expect(shortMessage({ ...base, services: [shared()], discreet: true })).toBe(
			'020 7946 0991. Mon 30 Nov: 9am to 5pm'
		);
	});
});

describe('hours in words', () => {
	test('of today name the day, closed days and holidays too', () => {
		expect(todayWords(NINE_TO_FIVE, NOW, HOLIDAYS)).toBe('Sat 28 Nov: closed');
		expect(todayWords({ ...NINE_TO_FIVE, holidays: 'unknown' }, Date.UTC(2026, 11, 28, 12), HOLIDAYS)).toBe(
			'Mon 28 Dec: bank holiday, may be closed'
		);
		expect(todayWords({ osm: '24/7', always: true, holidays: 'open' }, NOW, HOLIDAYS)).toBe('Open day and night');
		expect(todayWords({ osm: '', unknown: true, holidays: 'unknown' }, NOW, HOLIDAYS)).toBeUndefined();
	});
});

describe('a plan in plain text', () => {
	const service = card();
	const note = noteItem('Ask for Ann');
	const outcome: Outcome = {
		id: 'o',
		title: 'T',
		level: 'plan',
		applies: '',
		steps: { now: [], next: [], later: [] },
		sources: [],
		review: { state: 'not-reviewed' }
	};
	const lines: PlanLine[] = [
		{
			key: '1',
			item: stepItem('o', 'Ring them.'),
			kind: 'step',
			outcome,
			step: { text: 'Ring them.', say: 'I want help.' },
			safety: [
				{ id: 'a', level: 'urgent', text: 'Do not stop suddenly.' },
				{ id: 'b', level: 'note', text: 'It is free.' }
			]
		},
		{ key: '2', item: serviceItem(service.id), kind: 'service', card: service },
		{ key: '3', item: serviceItem('old'), kind: 'moved', name: 'Old Hub', why: 'closed', to: service },
		...(note ? [{ key: '4', item: note, kind: 'note' as const, text: 'Ask for Ann' }] : [])
	];
	const services = new Map([[service.id, shared()]]);

	test('has steps with their warnings, numbers, hours, places, and what replaced a closed service', () => {
		expect(planText({ lines, services, link, notes: false })).toMatchInlineSnapshot(`
			"1. Ring them.
			Do not stop suddenly.
			You can say: “I want help.”

			2. Mill Lane Hub
			Phone: 020 7946 0991
			Open Monday to Friday: 9am to 5pm.
			2 Mill Lane, Harlow CM20 1AA

			3. Old Hub has closed. Use instead: Mill Lane Hub 020 7946 0991

			Open this plan on a phone:
			https://fingerpost.example.org/plan/#p1=0XXXXXXCCCCC

			Check before you travel: things change."
		`);
	});

	test('has notes only when the person says so', () => {
		expect(planText({ lines, services, link, notes: false })).not.toContain('Ann');
		expect(planText({ lines, services, link, notes: true })).toContain('4. Ask for Ann');
	});
});
