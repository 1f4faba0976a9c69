import { expect, test } from 'vitest';
import { PRESSES_TO_LEAVE, ShiftPresses } from './shift-presses.ts';

function press(presses: ShiftPresses, key: string, now: number): number {
	presses.down(key);
	return presses.up(key, now);
}

test('three presses of Shift, one after another, are enough', () => {
	const presses = new ShiftPresses();
	expect([0, 400, 800].map((now) => press(presses, 'Shift', now))).toEqual([1, 2, PRESSES_TO_LEAVE]);
});

test('typing capital letters is not pressing Shift', () => {
	const presses = new ShiftPresses();
	for (const now of [0, 100, 200, 300]) {
		presses.down('Shift');
		presses.down('A');
		expect(presses.up('A', now)).toBe(0);
		expect(presses.up('Shift', now + 10)).toBe(0);
	}
});

test('another key in between starts the count again', () => {
	const presses = new ShiftPresses();
	press(presses, 'Shift', 0);
	press(presses, 'Shift', 100);
	press(presses, 'a', 200);
	expect(press(presses, 'Shift', 300)).toBe(1);
});

test('presses that are five seconds apart do not add up', () => {
	const presses = new ShiftPresses();
	expect([0, 5_000, 10_000].map((now) => press(presses, 'Shift', now))).toEqual([1, 1, 1]);
});

test('Shift held down counts once', () => {
	const presses = new ShiftPresses();
	for (let i = 0; i < 10; i++) presses.down('Shift');
	expect(presses.up('Shift', 50)).toBe(1);
});
