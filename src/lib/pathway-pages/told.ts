import type { Question } from '../../data/pathway.ts';
import type { Told } from '../pathway/person.ts';
import type { Given } from '../pathway/walk.ts';

/** Answers that tell just this, for a plan without a way that leads to it. */
export function givenThat({ age, askerAge, substances, audiences, wants, risks }: Told): Given[] {
	const means = {
		...(age && { age }),
		...(askerAge && { askerAge }),
		substances: [...substances],
		audiences: [...audiences],
		wants: [...wants],
		risks: [...risks]
	};
	const question: Question = {
		id: 'told',
		text: '',
		why: '',
		answers: [{ id: 'told', text: '', means, to: '' }],
		notSure: '',
		skip: ''
	};
	return [{ question, answer: 'told' }];
}
