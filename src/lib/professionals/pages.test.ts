import { expect, test } from 'vitest';
import { paperNumbers, type FrontDoors } from './pages.ts';

const door = (id: string, phone: string | undefined, councils: string[] = []): FrontDoors['doors'][number] => ({
	id,
	name: id,
	for: 'adults',
	councils,
	...(phone && { phone })
});

test('on paper each number stands once, for everyone rather than for some councils', () => {
	const doors = [door('one-town', '01', ['Harlow']), door('all', '01'), door('none', undefined), door('other', '02')];
	expect(paperNumbers(doors).map(({ id }) => id)).toEqual(['all', 'other']);
});

test('a service that is only for some councils stays when nobody else has its number', () => {
	expect(paperNumbers([door('one-town', '01', ['Harlow'])]).map(({ id }) => id)).toEqual(['one-town']);
});
