/**
 * Code of this page's version may be gone: another tab took up a newer version, or the browser deleted some. Then the
 * address that the person is on the way to is opened anew, which takes up the version that is there. Only on the way
 * from one page to another, so that it cannot happen over and over. `wanted` gives that address, if there is one.
 */
export function openAnewWhenCodeIsGone(wanted: () => URL | undefined): void {
	addEventListener('vite:preloadError', () => {
		const address = wanted();
		if (address) location.assign(address);
	});
}
