import { problemAt, type Rule } from '../rule.ts';
import { locationsOf } from '../parts.ts';

/** Form of a UK postcode (BS 7666), with one space. The second half never holds C, I, K, M, O or V. */
const POSTCODE = /^[A-PR-UWYZ]([A-HK-Y]?\d[A-Z\d]?) \d[ABD-HJLNP-UW-Z]{2}$/;

/** The sector of a full postcode: `CM2 0PP` gives `CM2 0`. */
const sectorOf = (postcode: string) => postcode.slice(0, -2);

/** A mended form of a postcode, if only case or spaces are wrong. */
function tidy(postcode: string): string | undefined {
	const close = postcode.toUpperCase().replaceAll(/\s/g, '');
	const spaced = `${close.slice(0, -3)} ${close.slice(-3)}`;
	return POSTCODE.test(spaced) ? spaced : undefined;
}

/** Every postcode has the form of one, and one of a local service lies where the place tables know it. */
export const postcode: Rule = (content, { sectors }) =>
	content.services.flatMap((service) =>
		locationsOf(service.record).flatMap(({ value, path }) => {
			const written = value.postal_code;
			if (written === undefined) return [];
			const at = [...path, 'postal_code'];
			if (!POSTCODE.test(written)) {
				const meant = tidy(written);
				return problemAt(service, at, {
					level: 'error',
					rule: 'bad-postcode',
					message: `"${written}" is not a full postcode`,
					mend: meant ? `Write it as ${meant}.` : 'Compare it with its source, or leave it out when no source gives it whole.'
				});
			}
			if (!sectors || service.area === 'national' || sectors.has(sectorOf(written))) return [];
			return problemAt(service, at, {
				level: 'warning',
				rule: 'unknown-postcode',
				message: `the postcode "${written}" is in none of the areas we know`,
				mend: 'Compare it with its source. If it is right, the place stands outside our areas: that may be so.'
			});
		})
	);
