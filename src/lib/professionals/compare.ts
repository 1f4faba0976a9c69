/** Services side by side at most: a fourth column nobody reads. */
export const MOST = 3;

const KEY = 'ids';
/** No true address is longer. */
const MAX_LENGTH = 400;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Ids as the part of an address after `#`: `ids=open-road-essex,topaz-ward-detox`. */
export function toFragment(ids: readonly string[]): string {
	return ids.length > 0 ? `${KEY}=${ids.join(',')}` : '';
}

/** Reads a fragment, whoever wrote it: at most `MOST` different ids, in order. Never throws. */
export function fromFragment(fragment: string): string[] {
	const part = fragment
		.slice(0, MAX_LENGTH)
		.replace(/^#/, '')
		.split('&')
		.find((each) => each.startsWith(`${KEY}=`));
	const ids = (part?.slice(KEY.length + 1) ?? '').split(',').filter((id) => ID.test(id));
	return [...new Set(ids)].slice(0, MOST);
}
