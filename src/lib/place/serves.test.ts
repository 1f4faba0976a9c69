import { describe, expect, it } from 'vitest';
import { serves, servesCouncil } from './serves.ts';

const corbyOnly = { councils: ['north-northamptonshire'] };

describe('whom a service serves', () => {
	it('is everyone in England when it names no council', () => {
		expect(servesCouncil({}, 'harborough')).toBe(true);
		expect(serves({}, [])).toBe('yes');
	});

	it('is the people of its councils, wherever it stands', () => {
		expect(servesCouncil(corbyOnly, 'north-northamptonshire')).toBe(true);
		expect(servesCouncil(corbyOnly, 'harborough')).toBe(false);
		expect(serves(corbyOnly, ['harborough'])).toBe('no');
		expect(serves(corbyOnly, [])).toBe('no');
	});

	it('depends when a place may lie in several councils', () => {
		expect(serves(corbyOnly, ['harborough', 'north-northamptonshire'])).toBe('some');
		expect(
			serves({ councils: ['harborough', 'north-northamptonshire'] }, ['harborough', 'north-northamptonshire'])
		).toBe('yes');
	});
});
