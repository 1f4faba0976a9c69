import * as v from 'valibot';

/**
 * Reads a plain CSV table: a heading line, then one record a line, with no quotes in it (our place tables have none).
 * @param file its name, for messages
 * @throws where a line has not as many cells as the heading, or a record does not fit the schema
 */
export function parseCsv<Schema extends v.GenericSchema>(
	file: string,
	text: string,
	schema: Schema
): v.InferOutput<Schema>[] {
	const [head = '', ...lines] = text.trimEnd().split(/\r?\n/);
	const names = head.split(',');
	return lines.map((line, index) => {
		const cells = line.split(',');
		const where = `${file}:${index + 2}`;
		if (cells.length !== names.length || line.includes('"')) {
			throw new Error(`${where}: needs ${names.length} cells parted by commas, without quotes: ${line}`);
		}
		const record = v.safeParse(schema, Object.fromEntries(names.map((name, i) => [name, cells[i]])));
		if (!record.success) throw new Error(`${where}: ${record.issues.map((issue) => issue.message).join('; ')}`);
		return record.output;
	});
}
