import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hours } from '../../data/hours.ts';
import type { Detail } from '../../data/record.ts';
import { testCard } from '../directory/service/test-card.ts';
import { jsonLdBlock } from './block.ts';
import { openingHours } from './hours.ts';
import { serviceGraph } from './service.ts';

const holidays = { from: '2026-01-01', to: '2027-12-31', days: [{ date: '2026-12-25', name: 'Christmas Day' }] };
const assured = { how: 'own-page' } as const;
const NINE_TO_FIVE: Hours['week'] = [[[540, 1020]], [[540, 1020]], [], [], [], [[1200, 1560]], []];
const schedule = (hours: Partial<Hours>, what?: string) => ({
	hours: { osm: 'x', holidays: 'unknown' as const, ...hours },
	...(what && { for: what }),
	sources: [0],
	assured
});

describe('the block of structured data', () => {
	it('cannot be ended or escaped from, whatever a record says', () => {
		const hostile = fc.constantFrom(
			'</script>',
			'<!--',
			'<script>alert(1)</script>',
			']]>',
			'"}',
			'\u2028',
			'</SCRIPT '
		);
		fc.assert(
			fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), hostile)), (texts) => {
				const block = jsonLdBlock({ texts });
				const inner = block.slice('<script type="application/ld+json">'.length, -'</script>'.length);
				expect(inner).not.toContain('<');
				expect(JSON.parse(inner)).toEqual(JSON.parse(JSON.stringify({ texts })));
			})
		);
	});
});

describe('opening hours', () => {
	it('says each span with its days, and a night as ending the next day', () => {
		expect(openingHours([schedule({ week: NINE_TO_FIVE })], holidays).usual).toEqual([
			{ '@type': 'OpeningHoursSpecification', dayOfWeek: ['Monday', 'Tuesday'], opens: '09:00', closes: '17:00' },
			{ '@type': 'OpeningHoursSpecification', dayOfWeek: ['Saturday'], opens: '20:00', closes: '02:00' }
		]);
	});

	it('says closed on public holidays only where that is known', () => {
		expect(openingHours([schedule({ week: NINE_TO_FIVE, holidays: 'closed' })], holidays).special).toEqual([
			{ '@type': 'OpeningHoursSpecification', validFrom: '2026-12-25', validThrough: '2026-12-25' }
		]);
		expect(openingHours([schedule({ week: NINE_TO_FIVE })], holidays).special).toEqual([]);
	});

	it('writes days of every year out for each year of the list', () => {
		const dates = [{ from: '12-24', to: '01-02', spans: [] }];
		expect(
			openingHours([schedule({ week: NINE_TO_FIVE, dates })], holidays).special.map(({ validFrom, validThrough }) => [
				validFrom,
				validThrough
			])
		).toEqual([
			['2026-12-24', '2027-01-02'],
			['2027-12-24', '2028-01-02']
		]);
	});

	it('leaves out what is not the opening time of the whole: a part, appointments, some weeks of the month, the unknown', () => {
		const not = [
			schedule({ week: NINE_TO_FIVE }, 'Needle exchange'),
			schedule({ week: NINE_TO_FIVE, appointment: true }),
			schedule({ week: NINE_TO_FIVE, termTime: true }),
			schedule({ week: NINE_TO_FIVE, monthly: [{ nth: 1, day: 0, spans: [] }] }),
			schedule({ unknown: true })
		];
		expect(openingHours(not, holidays)).toEqual({ usual: [], special: [] });
	});
});

describe('a service for search engines', () => {
	const detail: Detail = {
		id: 'x',
		description: 'Help.',
		sources: [],
		locations: [
			{ city: 'Harlow', address: '1 High Street', postcode: 'CM20 1XA', lat: 51.7, lon: 0.1, sources: [0], assured },
			{
				city: 'Essex',
				confidential: true,
				phones: [{ number: '01279 111222', dial: '01279111222', kind: 'voice', sources: [0], assured }],
				sources: [0],
				assured
			},
			{ city: 'Ware', lat: 51.8, lon: 0, approx: true, sources: [0], assured }
		]
	};
	const graph = serviceGraph(
		{
			kind: 'service',
			card: testCard({ id: 'x', terms: ['treatment'] }),
			detail,
			area: { id: 'essex', name: 'Essex' },
			councils: ['Harlow'],
			through: [],
			similar: [],
			made: '2026-11-21'
		},
		holidays
	)['@graph'];

	it('names its open places, and never a confidential one', () => {
		expect(graph.slice(1).map(({ address }) => address)).toEqual([
			{
				'@type': 'PostalAddress',
				streetAddress: '1 High Street',
				addressLocality: 'Harlow',
				postalCode: 'CM20 1XA',
				addressCountry: 'GB'
			},
			{ '@type': 'PostalAddress', addressLocality: 'Ware', addressCountry: 'GB' }
		]);
		expect(JSON.stringify(graph)).toContain('01279 111222');
	});

	it('gives a point only where it is not a guess', () => {
		expect(graph.slice(1).map((place) => 'geo' in place)).toEqual([true, false]);
	});
});
