import { FeedLog, type Feed, type FeedSource } from '../feed/feed.ts';
import { FeedError } from '../feed/feed-error.ts';
import { readFeedTexts, type FeedText } from '../feed/files.ts';
import { parseFeedJson, type FeedValue } from '../feed/json.ts';
import { readTable } from '../tables/table.ts';
import { readService } from './service.ts';
import { servicesIn } from './tables.ts';

const ENDINGS = ['.json', '.jsonl', '.ndjson', '.csv'];

/**
 * An Open Referral feed (HSDS 3.0, ORUK 1.0 or 3.0): one service, a page, an organization, flat tables, or a folder of them.
 * @param path a file or a folder
 * @param asOf today, YYYY-MM-DD
 * @throws FeedError when it cannot be read, with file and place
 */
export function readOpenReferral(path: string, source: FeedSource, asOf: string): Feed {
	return readOpenReferralTexts(readFeedTexts(path, ENDINGS), source, asOf);
}

export function readOpenReferralTexts(texts: readonly FeedText[], source: FeedSource, asOf: string): Feed {
	const log = new FeedLog();
	const rows = servicesIn(texts.flatMap(valuesOf), log);
	const services = rows.flatMap((row) => readService(row, { log, asOf }) ?? []);
	if (services.length === 0)
		throw new FeedError(
			texts[0]?.file ?? 'the feed',
			'',
			'holds no service with a name',
			'Look whether this is the right feed.'
		);
	return { source, services, trouble: log.trouble, unused: log.unused };
}

function valuesOf(text: FeedText): FeedValue[] {
	if (!text.file.toLowerCase().endsWith('.csv')) return parseFeedJson(text);
	// HSDS as tables: one CSV file a kind.
	const { rows } = readTable(text);
	return rows.map(({ line, cells }) => ({
		file: text.file,
		at: `line ${line}`,
		value: Object.fromEntries(
			[...cells].filter(([, value]) => value !== '').map(([name, value]) => [name.toLowerCase(), value])
		)
	}));
}
