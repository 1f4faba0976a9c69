const SVG = 'http://www.w3.org/2000/svg';

/** Makes an SVG element. Attributes only: the page's policy allows no inline styles. */
export function svg<Name extends keyof SVGElementTagNameMap>(
	name: Name,
	attributes: Record<string, string | number>,
	children: readonly Node[] = []
): SVGElementTagNameMap[Name] {
	const element = document.createElementNS(SVG, name);
	for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
	element.append(...children);
	return element;
}
