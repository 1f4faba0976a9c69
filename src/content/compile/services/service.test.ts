import { describe, expect, it } from 'vitest';
import { contentTexts, seen, SERVICE_FILE, validArea, validService, AREA_FILE } from '../../check/fixture.ts';
import { readTexts } from '../../read/index.ts';
import { compileMoved, compilePacks, compileServices } from './packs.ts';
import { firstSentence } from './service.ts';

const nowhere = () => undefined;

/** Compiles one service record with these fields, as its card and detail. */
function compiled(fields: Record<string, unknown>, files: Record<string, string> = {}) {
	const content = readTexts(contentTexts({ [SERVICE_FILE]: validService(fields), ...files }));
	expect(content.problems.filter(({ level }) => level === 'error')).toEqual([]);
	const [first] = compileServices(content, nowhere);
	if (!first) throw new Error('nothing was compiled');
	return first;
}

const place = { city: 'Harlow', address_1: '1 Well Street', postal_code: 'CM20 1XP', ...seen };

describe('a compiled service', () => {
	it('leads each fact back to its source', () => {
		const { detail } = compiled({
			sources: {
				other: { document: 'A report', page_date: '2019', supports: 'something else', seen: '2026-11-21' },
				'own-page': { url: 'https://example.org/hub', page_date: '2026-03', supports: 'phone', seen: '2026-11-21' }
			}
		});
		const [source] = detail.phones?.[0]?.sources ?? [];
		expect(detail.sources[source ?? -1]).toEqual({ url: 'https://example.org/hub', pageDate: '2026-03', supports: 'phone' });
	});

	it('never gives away a place that is kept secret', () => {
		const { card, detail } = compiled({ locations: [{ ...place, name: 'Rose House', confidential: true, directions: 'Behind the church' }] });
		const text = JSON.stringify({ card, detail });
		for (const secret of ['Well Street,', '1 Well Street', 'CM20', 'Rose House', 'church']) expect(text).not.toContain(secret);
		expect(detail.locations).toEqual([expect.objectContaining({ city: 'Harlow', confidential: true })]);
		expect(card.places).toBeUndefined();
	});

	it('is not called open by the times of a part of it', () => {
		const { card } = compiled({ schedules: [{ opening_hours: 'Mo-Fr 09:00-17:00', for: 'Needle exchange', ...seen }] });
		expect(card.mainHours).toBeUndefined();
	});

	it('is called open by its own times, else by those of its line, else of its only place', () => {
		const hours = (fields: Record<string, unknown>) => {
			const { card } = compiled(fields);
			return card.mainHours === undefined ? undefined : card.hours?.[card.mainHours]?.osm;
		};
		const own = { opening_hours: 'Mo 09:00-10:00', ...seen };
		const line = { number: '01245 284772', hours: 'Tu 09:00-10:00', ...seen };
		const there = { ...place, schedules: [{ opening_hours: 'We 09:00-10:00', ...seen }] };
		expect(hours({ schedules: [own], phones: [line], locations: [there] })).toBe('Mo 09:00-10:00');
		expect(hours({ phones: [line], locations: [there] })).toBe('Tu 09:00-10:00');
		expect(hours({ locations: [there] })).toBe('We 09:00-10:00');
		expect(hours({ locations: [there, { ...there, city: 'Epping' }] })).toBeUndefined();
	});

	it('shows the line for everybody and not the one with a label of its own', () => {
		const { card } = compiled({
			phones: [
				{ number: '01245 111111', label: 'Professionals only', ...seen },
				{ number: '01245 284772', ...seen }
			]
		});
		expect(card.phone).toBe('01245 284772');
	});

	it('is as fresh as its newest contact, and unknown dates do not count', () => {
		const at = (date: string) => ({ sources: ['own-page'], assured: { date, how: 'own-page' } });
		const phones = [
			{ number: '01245 284772', ...at('2024-03') },
			{ number: '01245 284773', label: 'Evenings', ...at('unknown') }
		];
		expect(compiled({ phones }).card.checked).toBe('2024-03');
		expect(compiled({ phones: [phones[1]] }).card.checked).toBeUndefined();
	});
});

describe('the age of opening times', () => {
	const at = (date: string) => ({ sources: ['own-page'], assured: { date, how: 'own-page' } });
	const times = (osm: string, date: string) => ({ opening_hours: osm, ...at(date) });

	it('is that of the newest fact that says the same times', () => {
		const { card, detail } = compiled({
			phones: [{ number: '01245 284772', hours: 'Mo-Fr 09:00-17:00', ...at('2026-05') }],
			schedules: [times('Mo-Fr 09:00-17:00', '2023-01'), { ...times('Sa 10:00-12:00', '2023-01'), for: 'Clinic' }]
		});
		expect(card.hours?.map(({ seen, old }) => [seen, old])).toEqual([['2026-05', undefined]]);
		expect(detail.schedules?.map(({ hours: { seen, old } }) => [seen, old])).toEqual([
			['2026-05', undefined],
			['2023-01', true]
		]);
		expect(card.old).toBe(true);
	});

	it('is not known where no source shows a day, and never grows on an emergency line', () => {
		const fields = { schedules: [times('Mo-Fr 09:00-17:00', 'unknown')] };
		expect(compiled(fields).card.hours?.[0]).not.toHaveProperty('seen');
		const line = compiled({ taxonomy_terms: ['emergency'], schedules: [times('24/7', '2019')], phones: undefined });
		expect(line.card.hours?.[0]).not.toHaveProperty('seen');
		expect(line.card).not.toHaveProperty('old');
	});
});

describe('packs', () => {
	const two = {
		[AREA_FILE]: validArea(),
		'content/areas/thurrock/area.yaml': validArea({
			id: 'thurrock',
			name: 'Thurrock',
			councils: [{ id: 'thurrock', name: 'Thurrock', upper_tier: 'Thurrock' }]
		})
	};

	it('hold a service of two areas once, in a pack that both keep', () => {
		const content = readTexts(contentTexts({ ...two, [SERVICE_FILE]: validService({ service_areas: ['harlow', 'thurrock'] }) }));
		const { packs } = compilePacks(content, compileServices(content, nowhere));
		expect(packs['essex.thurrock']?.records).toBe(1);
		expect([packs.essex?.records, packs.thurrock?.records]).toEqual([0, 0]);
	});

	it('never hold what is not published, but remember what has closed and what to use instead', () => {
		for (const listing of ['draft', 'closed', 'superseded'] as const) {
			const content = readTexts(
				contentTexts({ [SERVICE_FILE]: validService({ listing, listing_reason: 'Gone.', replaced_by: 'new-hub' }) })
			);
			expect(compileServices(content, nowhere)).toEqual([]);
			expect(compileMoved(content.services)).toEqual(
				listing === 'draft' ? {} : { 'well-street-hub': { name: 'Well Street Hub', why: listing, to: 'new-hub' } }
			);
		}
	});
});

describe('the first sentence of a text', () => {
	it('ends where the sentence does, not at an abbreviation’s dot', () => {
		expect(firstSentence('It is open. You can walk in.')).toBe('It is open.');
		expect(firstSentence('Ring them before 9.30am, e.g. at 9. Then go.')).toBe('Ring them before 9.30am, e.g. at 9.');
		expect(firstSentence('No end')).toBe('No end');
	});
});
