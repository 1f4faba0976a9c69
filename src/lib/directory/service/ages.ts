import type { Card } from '../../../data/record.ts';

/** The ages a service takes, in words. */
export function ages({ minAge, maxAge }: Pick<Card, 'minAge' | 'maxAge'>): string {
	if (minAge === undefined && maxAge === undefined) return 'Our sources name no age.';
	if (maxAge === undefined) return `${minAge} and over.`;
	if (minAge === undefined || minAge === 0) return `Up to ${maxAge}.`;
	return `${minAge} to ${maxAge}.`;
}

/** True when a person of this age (years) may use the service, as far as its record says. */
export function takesAge({ minAge = 0, maxAge = Infinity }: Pick<Card, 'minAge' | 'maxAge'>, age: number): boolean {
	return age >= minAge && age <= maxAge;
}
