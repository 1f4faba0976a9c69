import { fromFragment, toFragment } from './link.ts';
import type { Plan } from './plan.ts';

/** More plans than a person makes in one visit: what is beyond them is not read. */
export const MOST_PLANS = 20;

/** Plans as text to keep on the device: each as its link has it, with its notes, parted by spaces. */
export function toText(plans: readonly Plan[]): string {
	return plans.map((plan) => toFragment(plan)).join(' ');
}

/** Plans from a text that was kept, whatever became of it; a plan that cannot be read is left out. Undefined: none is kept. */
export function plansFrom(text: string | undefined): Plan[] | undefined {
	if (text === undefined) return undefined;
	return text.split(' ', MOST_PLANS).flatMap((each) => {
		const read = fromFragment(each);
		return 'plan' in read ? [read.plan] : [];
	});
}
