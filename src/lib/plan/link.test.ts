import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noteItem, serviceItem, stepItem, withoutNotes, type Plan } from './plan.ts';
import { anyPlan } from './test-plan.ts';
import { fromFragment, LONGEST, toFragment } from './link.ts';

const plan: Plan = [
	serviceItem('turning-point-leicester-hub'),
	{ ...stepItem('drink-less', 'Ring them.'), done: true },
	{ ...serviceItem('samaritans'), done: true }
];
const note = noteItem('Ask for Ann\nat 3 – £2 🙂');
const whole: Plan = note ? [...plan, note] : plan;

describe('a plan as a link', () => {
	test('any plan comes back as it went', () => {
		fc.assert(
			fc.property(anyPlan, (any) => {
				expect(fromFragment(`#${toFragment(any)}`)).toEqual({ state: 'whole', plan: any });
			})
		);
	});

	test('has only letters and figures after its =, so that no messenger cuts it', () => {
		fc.assert(fc.property(anyPlan, (any) => void expect(toFragment(any)).toMatch(/^p1=[0-9A-Z]+$/)));
	});

	test('says the same for good: a link that was sent once must open for ever', () => {
		expect(toFragment(whole)).toMatchInlineSnapshot(
			`"p1=0XRZ8AC3ZJ82MDYSEB1GZ7QM240X85SPP836DXS20GBEDR562X106CGE504K431A6CH0Y2FSK0G7GDQX"`
		);
	});

	test('survives small letters, an escaped =, and the full stop of a sentence', () => {
		const link = toFragment(whole);
		for (const changed of [link.toLowerCase(), link.replace('=', '%3D'), `${link}.`, `${link})`])
			expect(fromFragment(changed)).toEqual({ state: 'whole', plan: whole });
	});
});

describe('a link that is not as it was', () => {
	test('cut anywhere, is called broken, and what is left of it has no notes and nothing that was not in it', () => {
		const link = toFragment(whole);
		for (let length = 3; length < link.length; length++) {
			const read = fromFragment(link.slice(0, length));
			expect(read.state).toBe('broken');
			if (read.state !== 'broken') continue;
			expect(withoutNotes(whole).slice(0, read.plan.length)).toEqual(read.plan);
		}
	});

	test('with one character changed, is never taken for whole', () => {
		const link = toFragment(plan);
		for (let at = 3; at < link.length; at++) {
			const other = link[at] === '7' ? '8' : '7';
			expect(fromFragment(link.slice(0, at) + other + link.slice(at + 1)).state).toBe('broken');
		}
	});

	test('of a later version, says so; of another kind, is none', () => {
		expect(fromFragment('p2=00000000').state).toBe('newer');
		expect(fromFragment('p0=00000000').state).toBe('none');
		expect(fromFragment('q=alcohol&area=essex').state).toBe('none');
		expect(fromFragment('').state).toBe('none');
	});

	test('too long, is not read', () => {
		expect(fromFragment(`p1=${'0'.repeat(LONGEST)}`)).toEqual({ state: 'none' });
	});

	test('whatever it is, nothing is thrown, and what is read can be written again', () => {
		const hostile = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.string().map((text) => `#p1=${text}`),
			fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{0,200}$/).map((text) => `p1=${text}`),
			fc.tuple(anyPlan, fc.nat(), fc.string()).map(([any, at, text]) => {
				const link = toFragment(any);
				return link.slice(0, at % link.length) + text + link.slice(at % link.length);
			})
		);
		fc.assert(
			fc.property(hostile, (text) => {
				const read = fromFragment(text);
				if (!('plan' in read)) return;
				expect(fromFragment(toFragment(read.plan))).toEqual({ state: 'whole', plan: read.plan });
			}),
			{ numRuns: 1000 }
		);
	});
});
