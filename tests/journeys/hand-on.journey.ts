import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import ICAL from 'ical.js';
import { fromFragment, toFragment } from '../../src/lib/plan/link.ts';
import { noteItem, serviceItem } from '../../src/lib/plan/plan.ts';
import { hasSessions } from '../../src/lib/share/calendar.ts';
import { sharedService } from '../../src/lib/share/facts.ts';
import { cardsOf, detailsOf } from '../built/records.ts';
import { Recorder } from '../privacy/recorder.ts';
import { expect, openAndSave, site, test } from '../server/test.ts';
import { addFound } from './add-found.ts';

const JSQR = readFileSync('node_modules/jsqr/dist/jsQR.js', 'utf8');

const heading = (page: Page) => page.locator('main h1');
const titles = (page: Page) => page.locator('main ol > li h2');
const button = (page: Page, name: string | RegExp) => page.locator('main').getByRole('button', { name }).first();
const way = (page: Page, name: string) => page.locator('#ways').getByRole('link', { name, exact: true });

/** The message in the link of a way to send it. */
async function messageOf(page: Page, name: string): Promise<string> {
	const href = (await way(page, name).getAttribute('href')) ?? '';
	return decodeURIComponent(/[?&](?:body|text)=([^&]*)/.exec(href)?.[1] ?? '');
}

/** A plan of these services in hand, with all ways to hand it on in sight. */
async function handOn(page: Page, ids: readonly string[]): Promise<void> {
	await page.goto(`/plan/#${toFragment(ids.map(serviceItem))}`);
	await button(page, 'Make it my plan').click();
	await expect(heading(page)).toHaveText('Your plan');
	await button(page, /^Show a code/).click();
	await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
}

test('a mother sends her plan to her sister, whose phone has no signal: it opens there, without the notes', async ({
	page,
	browser,
	host
}) => {
	// Two phones save all of the app and the list, one after the other.
	test.slow();
	await page.goto('/find/#q=my+son+uses+drugs&area=essex');
	const names = await addFound(page, 2);
	await page.getByRole('link', { name: 'See your plan' }).first().click();
	await page.getByLabel('Add a note').fill('He must not know');
	await button(page, 'Add the note').click();
	await button(page, /^Show a code/).click();
	const link = (await messageOf(page, 'WhatsApp')).split('\n').at(-1) ?? '';
	expect(link).toContain('/plan/#p1=');

	const sister = await browser.newContext();
	const phone = await sister.newPage();
	await openAndSave(phone, host.origin);
	await sister.setOffline(true);
	await phone.goto(link);
	await expect(heading(phone)).toHaveText('A plan that was sent to you');
	await expect(titles(phone)).toHaveText(names);
	await expect(phone.getByText('He must not know')).toHaveCount(0);
	await button(phone, 'Make it my plan').click();
	await expect(heading(phone)).toHaveText('Your plan');
	await expect(heading(phone)).toBeFocused();
	await expect(titles(phone)).toHaveText(names);
	await expect(phone).toHaveURL(({ hash }) => hash === '');
	await sister.close();
});

test('a police officer makes a plan from answers and hands it over as a code, in under ten actions', async ({
	page
}) => {
	let actions = 0;
	const act = async (what: Promise<unknown>) => {
		await what;
		actions++;
	};
	await page.goto('/');
	await act(page.locator('main').getByRole('link', { name: 'Where do I go?' }).click());
	for (const answer of [/Someone I work with/, /Police or custody/, /26 to 54/]) {
		await expect(page.getByText(/^Question \d, at most \d$/)).toBeVisible();
		const before = (await heading(page).textContent()) ?? '';
		await act(page.locator('.answers a.choice').filter({ hasText: answer }).first().click());
		await expect(heading(page)).not.toHaveText(before);
	}
	const next = page
		.getByText(/^Question \d, at most \d$/)
		.or(button(page, 'Add all this to my plan'))
		.first();
	await expect(next).toBeVisible();
	while (!(await button(page, 'Add all this to my plan').isVisible())) {
		const before = (await heading(page).textContent()) ?? '';
		await act(page.locator('.answers a.choice').first().click());
		await expect(heading(page)).not.toHaveText(before);
		await expect(next).toBeVisible();
	}
	await act(button(page, 'Add all this to my plan').click());
	await act(page.getByRole('link', { name: /^See your plan: / }).click());
	await act(button(page, /^Show a code/).click());
	await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
	expect(actions).toBeLessThan(10);
});

test('the code on the screen is read back, on light and dark screens', async ({ page }) => {
	await handOn(page, ['samaritans', 'frank', 'nhs-111']);
	const link = (await messageOf(page, 'Text message')).split('\n').at(-1);
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		const shot = await page.getByRole('img', { name: /QR code/ }).screenshot();
		await page.evaluate(JSQR);
		const read: unknown = await page.evaluate(`new Promise((done) => {
			const image = new Image();
			image.onload = () => {
				const { width, height } = image;
				const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
				context.drawImage(image, 0, 0);
				done(jsQR(context.getImageData(0, 0, width, height).data, width, height)?.data);
			};
			image.src = 'data:image/png;base64,${shot.toString('base64')}';
		})`);
		expect(read).toBe(link);
	}
});

test('every way to send it says what matters, in few letters, and nothing leaves until it is tapped', async ({
	context,
	host
}) => {
	const recorder = new Recorder(context, host);
	const page = await context.newPage();
	await page.clock.setFixedTime(new Date('2026-11-30T12:00:00Z'));
	await handOn(page, ['samaritans', 'frank']);
	const message = await messageOf(page, 'Text message');
	expect(message.length).toBeLessThanOrEqual(300);
	expect(message).toContain('116 123');
	expect(await messageOf(page, 'WhatsApp')).toBe(message);
	expect(await messageOf(page, 'E-mail')).toContain('Samaritans\r\nPhone: 116 123');
	await expect(page.getByText('Others can see a text or an e-mail')).toBeVisible();

	await page.getByLabel('Discreet wording').check();
	const discreet = await messageOf(page, 'Text message');
	expect(discreet).toContain('116 123');
	expect(discreet).not.toMatch(/samaritans|frank|http|drug|plan/i);
	expect(await messageOf(page, 'E-mail')).not.toMatch(/samaritans|frank|http|drug/i);
	expect(await recorder.wrong(page)).toEqual([]);
});

test('notes go along only when the person ticks that', async ({ page }) => {
	await handOn(page, ['samaritans']);
	await page.getByLabel('Add a note').fill('Ask for Ann');
	await button(page, 'Add the note').click();
	const sent = async () => {
		const link = (await messageOf(page, 'Text message')).split('\n').at(-1) ?? '';
		const read = fromFragment(new URL(link).hash);
		return 'plan' in read ? read.plan : [];
	};
	expect(await sent()).toEqual([serviceItem('samaritans')]);
	expect(await messageOf(page, 'E-mail')).not.toContain('Ann');
	await page.getByLabel('My notes too').check();
	expect(await sent()).toEqual([serviceItem('samaritans'), noteItem('Ask for Ann')]);
	expect(await messageOf(page, 'E-mail')).toContain('Ask for Ann');
});

/** A service of Essex with meetings whose times are not too old to be shown. */
function meetingAt(now: number): string {
	const details = detailsOf(site(), 'essex');
	const found = cardsOf(site(), 'essex').find((card) =>
		hasSessions([
			sharedService(
				card,
				details.find(({ id }) => id === card.id),
				now
			)
		])
	);
	if (!found) throw new Error('No service of Essex has a meeting.');
	return found.id;
}

test('the phone’s own share sheet, the clipboard, contacts and calendar get the plan', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.addInitScript(() => {
		Object.defineProperty(navigator, 'share', {
			value: async (data: ShareData) => void document.body.setAttribute('data-shared', data.text ?? '')
		});
	});
	const now = Date.parse('2026-11-30T12:00:00Z');
	await page.clock.setFixedTime(now);
	await handOn(page, [meetingAt(now), 'samaritans']);
	const message = await messageOf(page, 'Text message');
	await button(page, 'Share…').click();
	await expect(page.locator('body')).toHaveAttribute('data-shared', message);
	await button(page, 'Copy the link').click();
	await expect(page.getByText('Link copied.')).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(message.split('\n').at(-1));

	const [contacts] = await Promise.all([page.waitForEvent('download'), button(page, 'Save to contacts').click()]);
	expect(contacts.suggestedFilename()).toBe('contacts.vcf');
	expect(readFileSync(await contacts.path(), 'utf8')).toContain('tel:116123');

	const [calendar] = await Promise.all([page.waitForEvent('download'), button(page, 'Meetings to calendar').click()]);
	expect(calendar.suggestedFilename()).toBe('dates.ics');
	const events = new ICAL.Component(ICAL.parse(readFileSync(await calendar.path(), 'utf8'))).getAllSubcomponents(
		'vevent'
	);
	expect(events.length).toBeGreaterThan(0);

	await page.getByText('Put an appointment into a calendar').click();
	await page.getByLabel('Day').fill('2026-12-08');
	await page.getByLabel('Time', { exact: true }).fill('14:30');
	const [appointment] = await Promise.all([
		page.waitForEvent('download'),
		button(page, 'Save for my calendar').click()
	]);
	expect(readFileSync(await appointment.path(), 'utf8')).toContain('DTSTART;TZID=Europe/London:20261208T143000');
});

test('a closed service in a link is shown as closed with its replacement, and an unknown one as not found', async ({
	page
}) => {
	await page.goto(`/plan/#${toFragment(['phoenix-futures-alcohol-essex', 'nobody-at-all'].map(serviceItem))}`);
	await expect(titles(page)).toHaveText(['Phoenix Futures Alcohol Recovery Community', 'A service we cannot find']);
	await expect(page.getByText('This service has closed.')).toBeVisible();
	await expect(page.locator('main ol h3 a')).toHaveAttribute('href', /\/services\/open-road-essex\/$/);
});

const whole = toFragment(['samaritans', 'frank'].map(serviceItem));
const HOSTILE = {
	truncated: whole.slice(0, -4),
	changed: whole.replace(/.$/, (last) => (last === '7' ? '8' : '7')),
	'of a later version': 'p9=0000000',
	'a script': 'p1=<script>alert(1)</script>',
	'a script, escaped': 'p1=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
	'half a letter': 'p1=%E0%A4%A',
	'nothing at all': 'p1=',
	'another page’s': 'q=alcohol&area=essex',
	'a note that says it is a page': toFragment(
		[noteItem('<h1>Ring 0900 1</h1><a href="https://evil.example">x</a>')].flatMap((each) => each ?? [])
	),
	enormous: `p1=${'0'.repeat(500_000)}`
};
for (const [name, fragment] of Object.entries(HOSTILE))
	test(`a link that is ${name} does no harm`, async ({ context, host }) => {
		const recorder = new Recorder(context, host);
		const page = await context.newPage();
		page.on('dialog', () => {
			throw new Error('A script of the link was run.');
		});
		await page.goto(`/plan/#${fragment}`);
		await expect(
			page.getByText(/cannot read this link|newer version|missing or was changed|Nothing is in it|sent this/).first()
		).toBeVisible();
		await expect(page.locator('main h1')).toHaveCount(1);
		await expect(page.locator('main a[href*="evil"], main script, main img')).toHaveCount(0);
		expect(await recorder.wrong(page)).toEqual([]);
	});

test('a plan of ten services is one sheet of paper: numbers big, times, places, and a code', async ({ page }) => {
	const list = cardsOf(site(), 'essex')
		.filter(({ phone, hours }) => phone && hours)
		.slice(0, 10);
	expect(list).toHaveLength(10);
	await handOn(
		page,
		list.map(({ id }) => id)
	);
	await page.emulateMedia({ media: 'print' });
	for (const { phone } of list)
		await expect(page.locator('.sheet .number', { hasText: phone ?? '' }).first()).toBeVisible();
	await expect(page.getByRole('img', { name: /QR code/ }).last()).toBeVisible();
	await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0);
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
