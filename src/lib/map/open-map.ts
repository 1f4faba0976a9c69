import type { MapBase } from '../../data/places/map.ts';
import type { ServiceMapView } from './leaflet/service-map-view.ts';
import type { MapPoint } from './points.ts';

/**
 * Opens the map in an element of the page: only now Leaflet, its styles and ours are fetched.
 * @param onChoose told the points that a person tapped: all at one place
 * @throws when the code or the styles cannot be fetched
 */
export async function openMap(
	element: HTMLElement,
	base: MapBase,
	onChoose: (points: MapPoint[]) => void
): Promise<ServiceMapView> {
	const [{ ServiceMapView }, styles] = await Promise.all([
		import('./leaflet/service-map-view.ts'),
		import('./leaflet/style-files.ts')
	]);
	await Promise.all(styles.STYLE_FILES.map(useStyles));
	return new ServiceMapView(element, base, onChoose);
}

/**
 * Adds a style sheet to the page once it is needed. Importing it as code would do so as well, but Kit then links it in
 * the HTML of every page that can open a map.
 */
function useStyles(href: string): Promise<void> {
	const known = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
	if (known.some((link) => link.getAttribute('href') === href)) return Promise.resolve();
	return new Promise((resolve, reject) => {
		const link = document.createElement('link');
		link.rel = 'stylesheet';
		link.href = href;
		link.addEventListener('load', () => resolve());
		link.addEventListener('error', () => {
			link.remove();
			reject(new Error(`The styles of the map could not be fetched: ${href}`));
		});
		document.head.append(link);
	});
}
