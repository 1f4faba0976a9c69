/**
 * True when the part of an address after its `#` can be decoded. A link that was cut in the middle of a letter (`%E0%A`)
 * cannot, and SvelteKit would stop at it.
 */
export function isWholeFragment(fragment: string): boolean {
	try {
		// The result is used: a bundler takes a call whose result is not for one that can be left out.
		return decodeURIComponent(fragment).length <= fragment.length;
	} catch {
		return false;
	}
}
