/** Parses JSON. Gives undefined where it is none: no JSON text stands for undefined. */
export function parseJson(text: string | undefined): unknown {
	if (text === undefined) return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
