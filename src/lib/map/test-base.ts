import { packLine, packRings, type LonLat } from '../../data/places/map-lines.ts';
import { MAP_STEPS, OUTSIDE, type MapBase, type MapName } from '../../data/places/map.ts';

const name = (text: string, lon: number, lat: number): MapName => [
	text,
	Math.round(lon * MAP_STEPS),
	Math.round(lat * MAP_STEPS)
];

const square = (west: number, south: number, size: number): LonLat[] => [
	[west, south],
	[west + size, south],
	[west + size, south + size],
	[west, south + size]
];

/** A small country for tests: land west of 1° east, two areas that meet at 52.4° north, some towns. */
export const testBase: MapBase = {
	box: [-3, 51, 2, 54],
	land: packRings([square(-3, 51, 4)]),
	builtUp: packRings([square(-0.75, 52.47, 0.06), square(-0.73, 52.39, 0.04)]),
	boundaries: [
		[
			packLine([
				[-2, 52.5],
				[0, 52.5]
			]),
			0,
			1
		],
		[
			packLine([
				[-1, 52],
				[-1, 52.5]
			]),
			1,
			2
		],
		[
			packLine([
				[-2, 52],
				[0, 52]
			]),
			2,
			OUTSIDE
		]
	],
	councils: [
		{ name: 'North', area: 0, at: [-5000, 263_000] },
		{ name: 'West', area: 1, at: [-7500, 261_000] },
		{ name: 'East', area: 1, at: [-2500, 261_000] }
	],
	areas: [
		{ id: 'upper', name: 'Upper', ring: [1] },
		{ id: 'lower', name: 'Lower', ring: [1, 3] }
	],
	names: [[name('Bigtown', -0.7, 52.49)], [], [name('Market', -0.71, 52.41)], [], [], [name('Hamlet', -0.66, 52.46)]],
	outsideNames: [[name('Faraway', 1.5, 51.2)], [], [], [], [], []],
	credits: ['Test land.']
};
