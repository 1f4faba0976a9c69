// Loaded before a program that is measured: writes what the process used when it ends.
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const folder = process.env.FINGERPOST_USAGE;
if (folder && isMainThread) {
	process.on('exit', () => {
		const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
		const used = { seconds: (userCPUTime + systemCPUTime) / 1e6, bytes: maxRSS * 1024 };
		writeFileSync(`${folder}/${process.pid}.json`, JSON.stringify(used));
	});
}
