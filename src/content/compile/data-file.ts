import { createHash } from 'node:crypto';

/** A data file: JSON text and the start of its SHA-256, which is in its name. */
export interface DataFile {
	role: string;
	hash: string;
	name: string;
	text: string;
}

/** 48 bits: no two of a few thousand files will share them, and a name stays short. */
const HASH_LENGTH = 12;

export function dataFile(role: string, value: unknown): DataFile {
	return textFile(role, JSON.stringify(value));
}

/** A data file of JSON text as it stands. */
export function textFile(role: string, text: string): DataFile {
	const hash = createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH);
	return { role, hash, name: `${role}.${hash}.json`, text };
}
