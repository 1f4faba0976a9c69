import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { AREA_FILE, contentTexts, SERVICE_FILE, validArea, validService } from '../check/fixture.ts';
import { buildFiles } from '../build.ts';
import { readTexts } from '../read/index.ts';
import { assuredText } from './assure.ts';
import { checklist, dueCsv, dueText } from './due-text.ts';
import { dueRecords } from './due.ts';

const seenOn = (date: string) => ({ sources: ['own-page'], assured: { date, how: 'own-page' } });
const contentWith = (fields: Record<string, unknown>, doors: unknown[] = []) =>
	readTexts(contentTexts({ [SERVICE_FILE]: validService(fields), [AREA_FILE]: validArea({ front_doors: doors }) }));
const due = (fields: Record<string, unknown>, doors: unknown[] = []) =>
	dueRecords(contentWith(fields, doors), '2026-11-28');
const phone = (date: string) => ({ phones: [{ number: '01245 284772', ...seenOn(date) }] });

describe('what is due for a check', () => {
	it.each([
		['crisis-line', '2026-10-28', true],
		['crisis-line', '2026-10-29', false],
		['treatment', '2026-05-28', true],
		['treatment', '2026-05-29', false],
		['treatment', 'unknown', true]
	])('%s, checked %s: %s', (term, date, isDue) => {
		expect(due({ taxonomy_terms: [term], ...phone(date) })).toHaveLength(isDue ? 1 : 0);
	});

	it('a front door every three months, and a draft never', () => {
		const door = [{ service: 'well-street-hub', for: 'adults' }];
		expect(due(phone('2026-08-28'), door)).toMatchObject([{ importance: 'front door', overdue: 0 }]);
		expect(due(phone('2026-08-29'), door)).toEqual([]);
		expect(due({ ...phone('2020'), listing: 'draft', listing_reason: 'Old.' }, door)).toEqual([]);
	});

	it('names each part with its question, as text, table and sheet', () => {
		const records = due({ phones: [{ number: '01245 284772', hours: 'Mo-Fr 09:00-17:00', ...seenOn('2024') }] });
		expect(records[0]?.parts).toEqual([
			{
				field: 'phones[0]',
				says: '01245 284772, Mo-Fr 09:00-17:00',
				question: 'Is 01245 284772 still right, and is it answered at these times: Mo-Fr 09:00-17:00?',
				date: '2024',
				how: 'own-page'
			}
		]);
		expect(dueText(records, '2026-11-28', false)).toContain('well-street-hub  Well Street Hub  01245 284772');
		expect(dueCsv(records).split('\n')[1]).toContain(
			'well-street-hub,Well Street Hub,essex,other,listed,01245 284772,phones[0]'
		);
		expect(checklist(records, '2026-11-28')).toContain('1. Is 01245 284772 still right');
	});
});

describe('a check that is recorded', () => {
	it('changes nothing else, and can be read', () => {
		const text = validService().replace('phones:', '# Ring in the morning.\nphones:');
		const [service] = readTexts(contentTexts({ [SERVICE_FILE]: text })).services;
		if (!service) throw new Error('no service');
		const checked = assuredText(text, service, 'phone', { date: '2026-11-28', how: 'phone', by: 'Sam, volunteer' });
		expect(checked.parts).toEqual(['phones[0]']);
		expect(parse(checked.text)).toMatchObject({
			phones: [{ assured: { date: '2026-11-28', how: 'phone', by: 'Sam, volunteer' } }]
		});
		const without = (whole: string) => whole.replace(/assured:[^#]*?(?=sources:)/s, '');
		expect(without(checked.text)).toBe(without(text));
		expect(assuredText(text, service, 'email', { date: '2026-11-28', how: 'email', by: 'Sam' }).parts).toEqual([]);
	});
});

describe('where help is and is not, in the real content', () => {
	const { coverage } = buildFiles('.');
	const area = (id: string) => coverage.areas.find((each) => each.id === id);
	const cell = (id: string, need: string, age: string) =>
		area(id)
			?.rows.find((row) => row.need === need)
			?.cells.find((each) => each.age === age);

	it('shows what the needs assessments say is missing', () => {
		expect(cell('essex', 'prescribed-medicines', 'adults')).toMatchObject({
			services: 0,
			instead: { text: expect.stringContaining('GP') }
		});
		expect(area('leicester-leicestershire-rutland')?.missing.map(({ term }) => term)).toContain('family-support');
	});

	it('never sends a person under 18 to a service for adults', () => {
		for (const { rows } of coverage.areas) {
			for (const { cells } of rows) {
				const young = cells.find(({ age }) => age === 'under-18');
				expect(young?.instead?.services.map(({ id }) => id) ?? []).not.toContain('open-road-essex');
				expect(young?.instead?.services.map(({ id }) => id) ?? []).not.toContain('turning-point-llr-access');
			}
		}
	});

	it('counts what is there: no part is more than the whole, and every empty cell says what to do', () => {
		for (const { cells } of coverage.areas.flatMap(({ rows }) => rows)) {
			for (const each of cells) {
				for (const part of [each.confirmed, each.contactable, each.outOfHours])
					expect(part).toBeLessThanOrEqual(each.services);
				expect(each.near ?? 0).toBeLessThanOrEqual(100);
				expect((each.instead?.text ?? '') !== '').toBe(each.services === 0);
			}
		}
	});
});
