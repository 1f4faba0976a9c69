import type { LocationDetail } from '../../../data/record.ts';

/**
 * Links that lead to a place, followed only when tapped: `app` opens the phone's own map app, `web` is a map page for
 * phones and computers that have none. Nothing about the person is in either. Undefined for a place without a point.
 */
export function directions(
	location: Pick<LocationDetail, 'postcode' | 'lat' | 'lon' | 'address' | 'confidential'>
): { app: string; web: string } | undefined {
	const { lat, lon } = location;
	if (location.confidential || lat === undefined || lon === undefined) return undefined;
	const words = [location.address, location.postcode].filter(Boolean).join(', ') || `${lat},${lon}`;
	return {
		app: `geo:${lat},${lon}?q=${encodeURIComponent(words)}`,
		web: `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=17/${lat}/${lon}`
	};
}
