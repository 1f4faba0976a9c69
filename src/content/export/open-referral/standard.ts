import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** For tests: the schemas of Open Referral UK 3.0 and HSDS 3.0, which are third-party files and stand beside the project. */

const FOLDERS = ['../shared/standards/open-referral-uk', '../../shared/standards/open-referral-uk'];

/** The folder of the schemas; undefined when it is not on this machine. */
export function standardFolder(): string | undefined {
	const given = process.env['FINGERPOST_STANDARDS'];
	return (given === undefined ? FOLDERS : [given]).map((folder) => resolve(folder)).find((folder) => existsSync(folder));
}

/** Where a value breaks a schema, in words; none when it fits. */
export type Faults = (schema: string, value: unknown) => string[];

/** A checker against the schemas of a subfolder, formats (uuid, uri, e-mail, date-time) included. */
export function standardFaults(subfolder: 'schema' | 'schema/compiled' | 'hsds-3.0'): Faults {
	const folder = join(standardFolder() ?? '', subfolder);
	const ajv = new Ajv2020({ strict: false, allErrors: true });
	addFormats.default(ajv);
	for (const file of readdirSync(folder)) {
		// openapi.json describes addresses and is no schema.
		if (file.endsWith('.json') && file !== 'openapi.json') {
			ajv.addSchema(JSON.parse(readFileSync(join(folder, file), 'utf8')), file);
		}
	}
	return (schema, value) => {
		const validate = ajv.getSchema(`${schema}.json`);
		if (!validate) throw new Error(`${folder} has no ${schema}.json`);
		return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
	};
}
