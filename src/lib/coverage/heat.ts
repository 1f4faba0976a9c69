/** So many and more is a choice. */
const SEVERAL = 3;

/** How a number of services is shown: none of them, few, or a choice. */
export function heat(services: number): 'none' | 'few' | 'some' {
	return services === 0 ? 'none' : services < SEVERAL ? 'few' : 'some';
}
