import { expect, test, vi } from 'vitest';
import { soundEvidence } from './fixture.ts';
import { prove } from './prove.ts';

// The choice of services without its walls of age.
vi.mock('../../lib/pathway/services/fit.ts', async (original) => ({ ...(await original<object>()), fitsAge: () => true }));

test('the proof does not lean on the choice of services: were the walls of age to fall, it would say so', () => {
	const { faults } = prove(soundEvidence());
	const messages = faults.filter(({ rule }) => rule === 'age').map(({ message }) => message);
	expect(messages).toContain('gives "adult-hub" to a person who is under-18');
});
