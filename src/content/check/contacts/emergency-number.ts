import type { Path } from '../../read/index.ts';
import { isPublished, problemAt, type Rule } from '../rule.ts';
import { phonesOf } from '../parts.ts';
import { ukDigits } from './short-codes.ts';

/** Rule R15: each number of an emergency card is a phone of a published record, where its source stands. */
export const emergencyNumber: Rule = (content) => {
	const byId = new Map(content.services.map(({ record }) => [record.id, record]));
	return content.emergencyFiles.flatMap((file) =>
		file.record.cards.flatMap((card, index) => {
			const calls: { call: typeof card.call; path: Path }[] = [
				{ call: card.call, path: ['cards', index, 'call'] },
				...(card.also ?? []).map((call, at) => ({ call, path: ['cards', index, 'also', at] }))
			];
			return calls.flatMap(({ call, path }) => {
				const service = byId.get(call.service);
				const has =
					service !== undefined &&
					isPublished(service) &&
					phonesOf(service).some(
						({ value }) => value.kind === call.kind && ukDigits(value.number) === ukDigits(call.number)
					);
				if (has) return [];
				return problemAt(file, [...path, 'number'], {
					level: 'error',
					rule: 'unchecked-number',
					message: `no published record "${call.service}" has the ${call.kind} number ${call.number}`,
					mend: 'Name the record that carries this number, or correct the number there and here.'
				});
			});
		})
	);
};
