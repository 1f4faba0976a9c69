import * as v from 'valibot';

/** Shapes in content/places. */

const Position = v.strictTuple([v.pipe(v.number(), v.minValue(-9), v.maxValue(3)), v.pipe(v.number(), v.minValue(49), v.maxValue(61))]);

/** content/places/council-boundaries.geojson: who is on the sides of each line, `elsewhere` for outside the five areas. */
export const BoundaryFile = v.object({
	features: v.array(
		v.object({
			properties: v.object({ between: v.tuple([v.string(), v.string()]) }),
			geometry: v.object({
				type: v.literal('LineString'),
				coordinates: v.pipe(v.array(Position), v.minLength(2))
			})
		})
	)
});

/** content/places/built-up-areas.geojson: one closed ring each. */
export const BuiltUpFile = v.object({
	features: v.array(
		v.object({
			geometry: v.object({
				type: v.literal('Polygon'),
				coordinates: v.tuple([v.pipe(v.array(Position), v.minLength(4))])
			})
		})
	)
});
