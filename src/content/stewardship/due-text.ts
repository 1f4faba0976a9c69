import { stringify } from 'csv-stringify/sync';
import { EVERY, type DueRecord } from './due.ts';

/** Longer lists are cut in the text; --all, --csv and --json have all. */
const MOST_LINES = 60;

const isPharmacy = ({ id }: DueRecord) => id.startsWith('pharmacy-');

const when = ({ oldest, overdue }: DueRecord) =>
	oldest === undefined || overdue === undefined
		? 'no date'
		: `${oldest}, ${overdue === 0 ? 'due now' : `${overdue} months over`}`;

/** What is due, as a list to read. Pharmacies, hundreds from one list, are counted unless `all`. */
export function dueText(due: readonly DueRecord[], asOf: string, all: boolean): string {
	const lines = [`Due for a check on ${asOf}: ${due.length} records`];
	for (const [importance, every] of Object.entries(EVERY)) {
		const group = due.filter((record) => record.importance === importance);
		const shown = group.filter((record) => all || !isPharmacy(record));
		const pharmacies = group.length - shown.length;
		lines.push('', `${importance}, every ${every === 1 ? 'month' : `${every} months`}: ${group.length}`);
		for (const { id, name, phone, ...record } of shown
			.slice(0, all ? Infinity : MOST_LINES)
			.map((each) => ({ ...each, said: when(each) }))) {
			lines.push(`  ${id}  ${name}  ${phone ?? 'no phone'}  (${record.said}; ${record.parts.length} to check)`);
		}
		if (!all && shown.length > MOST_LINES) lines.push(`  … and ${shown.length - MOST_LINES} more: --all`);
		if (pharmacies > 0)
			lines.push(`  and ${pharmacies} pharmacies: a newer list (fingerpost import pharmacies) checks them all at once`);
	}
	return `${lines.join('\n')}\n`;
}

/** One row a part that is due. */
export function dueCsv(due: readonly DueRecord[]): string {
	const rows = due.flatMap((record) =>
		record.parts.map((part) => ({
			id: record.id,
			name: record.name,
			area: record.area,
			importance: record.importance,
			listing: record.listing,
			phone: record.phone ?? '',
			field: part.field,
			says: part.says,
			checked: part.date ?? '',
			how: part.how,
			question: part.question
		}))
	);
	const columns = [
		'id',
		'name',
		'area',
		'importance',
		'listing',
		'phone',
		'field',
		'says',
		'checked',
		'how',
		'question'
	];
	return stringify(rows, { header: true, columns, escape_formulas: true });
}

/** A sheet to ring through, in plain text that also reads as Markdown: one record after the other, with room for answers. */
export function checklist(due: readonly DueRecord[], asOf: string): string {
	const records = due.filter((record) => !isPharmacy(record));
	const head = [
		`# Ring round, ${asOf}`,
		'',
		'Say who you are: "Hello. I help to keep a public list of drug and alcohol help. May I check what we say about you?"',
		'If they ask, nobody’s details are needed, and nothing that you are told about a person is written down.',
		'After each call, record what was right: npm run -s fingerpost -- assured <id> --field <field> --by <your name> --how phone',
		'Where something was wrong, correct it first (CONTRIBUTING.md), then record the check.',
		''
	];
	const sheets = records.map((record) => {
		const questions = record.parts.map(({ field, question, date }, index) => [
			`${index + 1}. ${question}`,
			`   (${field}; last checked ${date ?? 'on a day that no source shows'})`,
			'   Answer: ______________________________'
		]);
		return [
			`## [ ] ${record.name}`,
			`${record.phone === undefined ? 'We know no number: find one first' : `Ring ${record.phone}`} · ${record.area} · ${record.importance} · record ${record.id}`,
			'',
			...questions.flat(),
			`${record.parts.length + 1}. Who can come, how do they start, and how long is the wait now?`,
			'   Answer: ______________________________',
			`   Spoke to (role, no names): ____________  Day: ____________`,
			''
		].join('\n');
	});
	return `${[...head, ...sheets].join('\n')}\n`;
}
