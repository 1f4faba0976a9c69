import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import { serviceItem } from '../plan/plan.ts';
import { toFragment } from '../plan/link.ts';
import { drawQr, MOST_IN_QR } from './qr.ts';

/** Pixels of one module in the picture. */
const SCALE = 4;

/** Fills the path as a browser would: between the first and second upright edge of a row, the third and fourth, ... */
function picture({ box, path }: { box: string; path: string }) {
	const [min = 0, , size = 0] = box.split(' ').map(Number);
	const width = size * SCALE;
	const lines = edges(path);
	const data = new Uint8ClampedArray(width * width * 4).fill(255);
	for (let row = 0; row < size; row++) {
		const middle = min + row + 0.5;
		const xs = lines.filter(({ from, to }) => from < middle && middle < to).map(({ x }) => (x - min) * SCALE);
		xs.sort((a, b) => a - b);
		for (let i = 0; i + 1 < xs.length; i += 2)
			for (let x = xs[i] ?? 0; x < (xs[i + 1] ?? 0); x++)
				for (let y = row * SCALE; y < (row + 1) * SCALE; y++) data.set([0, 0, 0], (y * width + x) * 4);
	}
	return { data, width };
}

/** Upright edges of a path of M, m, H, h, V, v, L, l, z. */
function edges(path: string): { x: number; from: number; to: number }[] {
	const found: { x: number; from: number; to: number }[] = [];
	let [x, y, startX, startY] = [0, 0, 0, 0];
	const to = (nextX: number, nextY: number) => {
		if (nextX === x && nextY !== y) found.push({ x, from: Math.min(y, nextY), to: Math.max(y, nextY) });
		[x, y] = [nextX, nextY];
	};
	for (const [, command = '', rest = ''] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
		const numbers = (rest.match(/-?\d+/g) ?? []).map(Number);
		const [a = 0, b = 0] = numbers;
		if (command === 'M') [x, y, startX, startY] = [a, b, a, b];
		else if (command === 'm') [x, y, startX, startY] = [x + a, y + b, x + a, y + b];
		else if (command === 'H') to(a, y);
		else if (command === 'h') to(x + a, y);
		else if (command === 'V') to(x, a);
		else if (command === 'v') to(x, y + a);
		else if (command === 'L') to(a, b);
		else if (command === 'l') to(x + a, y + b);
		else if (/z/i.test(command)) to(startX, startY);
		else throw new Error(`The path has ${command}`);
	}
	return found;
}

function decode(text: string): string | undefined {
	const drawing = drawQr(text);
	if (!drawing) return undefined;
	const { data, width } = picture(drawing);
	return jsQR(data, width, width)?.data;
}

describe('a QR code', () => {
	const site = 'https://fingerpost.example.org/plan/#';

	test('of a short link is read back', () => {
		const link = site + toFragment([serviceItem('samaritans')]);
		expect(decode(link)).toBe(link);
	});

	test('of a link of 300 characters is read back', () => {
		const link = site.padEnd(300, 'aZ9');
		expect(decode(link)).toBe(link);
	});

	test('of plans of every length is read back', () => {
		for (const count of [0, 2, 5, 10, 25, 60]) {
			const link = site + toFragment(Array.from({ length: count }, (_, i) => serviceItem(`service-${i}`)));
			expect(decode(link)).toBe(link);
		}
	});

	test('of a text that cameras would not read is not drawn', () => {
		expect(drawQr('a'.repeat(MOST_IN_QR + 1))).toBeUndefined();
		expect(decode('a'.repeat(MOST_IN_QR))).toBe('a'.repeat(MOST_IN_QR));
	});
});
