import { expect, it } from 'vitest';
import { contentTexts, SERVICE_FILE, validService } from '../check/fixture.ts';
import { readTexts } from '../read/index.ts';
import { webLinks } from './web-links.ts';

const url = (address: string, date: string) => ({
	url: address,
	kind: 'website',
	sources: ['own-page'],
	assured: { date, how: 'own-page' }
});
const OTHER_FILE = 'content/areas/essex/services/other-hub.yaml';
const links = (own: Record<string, unknown>, other: Record<string, unknown> = {}) =>
	webLinks(
		readTexts(
			contentTexts({
				[SERVICE_FILE]: validService(own),
				[OTHER_FILE]: validService({ id: 'other-hub', ...other })
			})
		)
	);

it('gives each address once, with all that use it and the newest date', () => {
	const found = links({ urls: [url('https://a.example/', '2024')] }, { urls: [url('https://a.example/', '2025-03')] });
	expect(found).toEqual([{ url: 'https://a.example/', lastSeen: '2025-03', usedBy: ['other-hub', 'well-street-hub'] }]);
});

it('puts the undated first, then the longest not seen', () => {
	const urls = [url('https://new.example/', '2026'), url('https://never.example/', 'unknown'), url('https://old.example/', '2019-05')];
	expect(links({ urls }).map((link) => link.url)).toEqual([
		'https://never.example/',
		'https://old.example/',
		'https://new.example/'
	]);
});

it('leaves out what people do not see', () => {
	const draft = { listing: 'draft', listing_reason: 'Not sure.', urls: [url('https://draft.example/', '2026')] };
	expect(links(draft, { urls: [url('https://shown.example/', '2026')] }).map((link) => link.url)).toEqual(['https://shown.example/']);
});
