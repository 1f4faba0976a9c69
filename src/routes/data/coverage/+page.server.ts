import coverage from '../../../data/generated/coverage.json' with { type: 'json' };
import type { PageServerLoad } from './$types';

/** A page to read, for people who plan services: no script runs on it, and nothing of it is kept offline. */
export const csr = false;

export const load: PageServerLoad = () => ({ coverage });
