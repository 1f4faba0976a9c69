import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readTexts } from '../../read/index.ts';
import { contentTexts, problemLines, seen, SERVICE_FILE, serviceProblems, validService } from '../fixture.ts';
import { readability } from './readability.ts';
import { readingAges } from './reading-age.ts';
import { STIGMA } from './stigma-words.ts';

const described = (description: string) => serviceProblems({ description });

describe('descriptions', () => {
	test.each(['01245 284772', '0800 1111.', 'Tel: 01245 284772', 'Ring us on 0330 303 6000 or text 85258'])(
		'"%s" says nothing of what a person gets',
		(description) => {
			expect(described(description)).toContain(
				`well-street-hub.yaml:10:14 error only-a-number the description is only a number: "${description}" — Say in a sentence what a person gets there. Give the number under "phones", with its source.`
			);
		}
	);

	test.each(['Talk to a worker: ring 01245 284772.', 'Ring 999 in danger.', 'For people of 18 or over.'])('"%s" does', (description) => {
		expect(described(description).filter((line) => line.includes('only-a-number'))).toEqual([]);
	});

	test('this holds for each description in a record', () => {
		expect(serviceProblems({ eligibility: { description: '0800 1111', sources: ['own-page'] } })).toContainEqual(
			expect.stringContaining('error only-a-number the description is only a number: "0800 1111"')
		);
	});
});

describe('words that hurt', () => {
	test.each([
		['Help for addicts.', 'addicts', 'a person who uses drugs, or dependent on'],
		['Help with drug abuse.', 'drug abuse', 'using drugs, or drug and alcohol use'],
		['Help for alcoholics.', 'alcoholics', 'a person who drinks, or dependent on alcohol'],
		['Stay clean with us.', 'Stay clean', 'has stopped using drugs, or drug-free'],
		['Hand in dirty needles.', 'dirty needles', 'used needles, or a test that showed drugs'],
		['Get clean needles.', 'clean needles', 'new needles, or a test that showed no drugs'],
		['For drug users.', 'drug users', 'people who use drugs'],
		['For injecting drug users.', 'drug users', 'people who use drugs'],
		['Junkies come here.', 'Junkies', 'a person who uses drugs, or a person who drinks'],
		['He committed suicide.', 'committed suicide', 'died by suicide'],
		['We feed the homeless.', 'the homeless', 'people who are homeless']
	])('%s', (description, found, instead) => {
		expect(described(description)).toContain(
			`well-street-hub.yaml:10:14 error stigma "${found}" is a word that hurts — Write instead: ${instead}.`
		);
	});

	test.each(['Help with substance misuse.', 'We ask service users.', 'Help for ex-offenders.'])('%s is looked at again', (description) => {
		expect(described(description)[0]).toContain('warning stigma ');
	});

	test.each([
		'Help after domestic abuse, sexual abuse or child abuse.',
		'Clean clothes and a shower. Drink clean water.',
		'For a person who uses drugs.',
		'A meeting of Alcoholics Anonymous.',
		'Adult Children of Alcoholics meet here.',
		'You may have a criminal record.',
		'The homeless team will ring you.'
	])('%s is well said', (description) => {
		expect(described(description)).toEqual([]);
	});

	test('organizations, services, sources and facts keep the names they have', () => {
		expect(
			problemLines({
				'content/national/organizations.yaml': stringify({ organizations: [{ id: 'sms', name: 'Leicester Addicts Support' }] }),
				[SERVICE_FILE]: validService({
					name: 'The Junkie Project',
					alternate_name: ['Drug Abuse Line'],
					description: 'Leicester Addicts Support runs The Junkie Project, once the Drug Abuse Line.',
					facts: [{ file: 'essex.yaml', name: 'Drug Abuse Line' }],
					sources: { 'own-page': { document: 'The addicts of Essex', page_date: '2026', supports: 'phone for addicts' } }
				})
			})
		).toEqual([]);
	});

	test('labels, notes and texts for professionals are our words as well', () => {
		expect(serviceProblems({ phones: [{ number: '01245 284772', label: 'For addicts', ...seen }] })[0]).toContain('error stigma');
		expect(serviceProblems({ professionals: { description: 'Refer addicts.', sources: ['own-page'] } })[0]).toContain('error stigma');
		expect(serviceProblems({ notes: 'Ask whether it is for addicts.' })[0]).toContain('warning stigma');
	});

	test('what is to be written instead hurts nobody either', () => {
		for (const { instead } of STIGMA) {
			expect(STIGMA.filter(({ words }) => words.test(instead)).map(({ words }) => words.source), instead).toEqual([]);
		}
	});
});

describe('reading age', () => {
	const HARD =
		'Comprehensive psychosocial interventions facilitating sustainable recovery trajectories for individuals experiencing substance dependence.';

	test('plain words are read at nine to eleven', () => {
		const { age = 0 } = readability('You can talk to a worker about drugs or drink. They will help you to make a plan. You do not need a letter.') ?? {};
		expect(age).toBeLessThanOrEqual(9);
		expect(readability(HARD)?.age).toBeGreaterThan(18);
	});

	test('names do not make a text hard', () => {
		const named = readability('You can ring Leicestershire and Northamptonshire about help.')?.age ?? 99;
		expect(named).toBeLessThan(readability('You can ring constabulary and environmentalists about help.')?.age ?? 0);
	});

	test('no words give no age', () => {
		expect(readability('')).toBeUndefined();
		expect(readability('01245 284772')).toBeUndefined();
	});

	test('a number for any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const measured = readability(text);
				expect(measured === undefined || Number.isFinite(measured.age)).toBe(true);
			})
		);
	});

	test('above the limit', () => {
		expect(described(HARD)).toEqual([
			`well-street-hub.yaml:10:14 error reading-age "description" needs a reading age of ${Math.round(readability(HARD)?.age ?? 0)}; aim for 11, the most is 16 — Use shorter sentences and shorter words.`
		]);
	});

	test('between aim and limit', () => {
		const text = 'Activities, company and training, run by people who have recovered from mental health problems of their own.';
		expect(readability(text)?.age).toBeGreaterThan(13);
		expect(described(text)[0]).toMatch(/^well-street-hub.yaml:10:14 warning reading-age "description" needs a reading age of 1\d; aim for 11/);
	});

	test('a long sentence of short words', () => {
		const text = `You can come in ${'and sit and talk '.repeat(6)}and go.`;
		expect(described(text)).toEqual([
			'well-street-hub.yaml:10:14 warning long-sentence "description" has a sentence of 30 words — Cut it in two: people under stress lose a long sentence. Aim for under 20 words.'
		]);
	});

	test('nobody reads a draft', () => {
		const problems = serviceProblems({ description: HARD, listing: 'draft', listing_reason: 'Not sure.' });
		expect(problems.filter((line) => line.includes('reading-age'))).toEqual([]);
	});

	test('the average is told by kind of content', () => {
		const { services = 0 } = readingAges(readTexts(contentTexts()));
		expect(services).toBeGreaterThan(5);
		expect(services).toBeLessThan(11);
	});
});

describe('what no text may hold', () => {
	test.each([
		['<script>alert(1)</script>', 'html', 'HTML or script: "<script>"', 'Write plain text: texts are shown exactly as they stand here.'],
		['a <b>b</b>', 'html', 'HTML or script: "<b>"', 'Write plain text: texts are shown exactly as they stand here.'],
		['<img src=x onerror=alert(1)', 'html', 'HTML or script: "<img src=x onerror=alert(1)"', 'Write plain text: texts are shown exactly as they stand here.'],
		['a &lt;b', 'html', 'HTML or script: "&lt;"', 'Write plain text: texts are shown exactly as they stand here.'],
		['see JavaScript : x', 'bad-link', 'a link that can run as a program: "JavaScript :"', 'Links are https, http, tel or mailto.'],
		['see ftp://example.org', 'bad-link', 'a link that is not http or https: "ftp://"', 'Links are https, http, tel or mailto.'],
		['a\u0007b', 'control-character', 'a control character: U+0007', 'Delete it and type the text again: it came in by copying.'],
		['a\u202eb', 'invisible-character', 'an invisible mark, such as a change of writing direction: U+202E', 'Delete it and type the text again: it came in by copying.'],
		['a\u200fb', 'invisible-character', 'an invisible mark, such as a change of writing direction: U+200F', 'Delete it and type the text again: it came in by copying.'],
		['a\u200bb', 'invisible-character', 'an invisible mark, such as a change of writing direction: U+200B', 'Delete it and type the text again: it came in by copying.'],
		['Ring us 😀', 'emoji', 'an emoji or flag: U+1F600', 'Say it in words: screen readers read emoji aloud, and old phones show boxes.'],
		['a \ufffd b', 'odd-character', 'a broken character: U+FFFD', 'Save the file as UTF-8 and type the text again.']
	])('%j in a description', (description, rule, what, mend) => {
		expect(described(description)).toContain(`well-street-hub.yaml:10:14 error ${rule} "description" holds ${what} — ${mend}`);
	});

	test.each(['name', 'notes', 'listing_reason'])('nor in %s', (field) => {
		for (const text of ['<script>x</script>', 'a\u202eb', 'hello 🎉']) {
			expect(serviceProblems({ [field]: text }).some((line) => line.includes(' error ')), text).toBe(true);
		}
	});

	test('nor in an area, an organization, a source or a web address', () => {
		const bad = '<script>x</script>';
		expect(problemLines({ 'content/national/organizations.yaml': stringify({ organizations: [{ id: 'x', name: bad }] }) })[0]).toContain('error html');
		expect(serviceProblems({ sources: { 'own-page': { document: bad, page_date: '2026', supports: 'x' } } })[0]).toContain('error html');
		expect(serviceProblems({ urls: [{ url: 'https://example.org/<script>', kind: 'website', ...seen }] })[1]).toContain('error html');
	});

	test.each(['Mind & friends', 'under 18 < 25', 'Open data: NHS', 'café, naïve, Ní Bhriain', 'Mo–Fr “by appointment”', 'Tel: ask'])(
		'%s is plain text',
		(description) => {
			expect(described(description)).toEqual([]);
		}
	);

	test('a name on two lines', () => {
		expect(serviceProblems({ name: 'Well Street\nHub' })).toEqual([
			'well-street-hub.yaml:2:7 error control-character "name" runs over several lines — Write it on one line.'
		]);
	});

	test('a word that is longer than a phone is wide', () => {
		expect(serviceProblems({ name: 'x'.repeat(31) })).toEqual([
			`well-street-hub.yaml:2:7 error overlong-word a word of 31 letters does not fit on a phone: "${'x'.repeat(30)}…" — Break it up, or give a web address under "urls".`
		]);
	});

	test('letters under a pile of marks', () => {
		expect(serviceProblems({ name: 'Hu\u0301\u0302\u0303\u0304b' })).toEqual([
			'well-street-hub.yaml:2:7 error odd-character a letter carries a pile of marks — Type the text again in plain letters.'
		]);
	});

	test('a link inside a sentence', () => {
		expect(described('See https://example.org for more.')).toEqual([
			'well-street-hub.yaml:10:14 warning link-in-text "https://example.org" stands in a sentence, where nobody can tap it — Give it under "urls" with its source.'
		]);
	});
});

describe('web addresses', () => {
	const url = (address: string) => serviceProblems({ urls: [{ url: address, kind: 'website', ...seen }] });

	test.each(['https://example.org', 'http://www.example.org/a_b/?c=d&e=%20#f', 'https://example.org/~hub/a(b)'])('%s', (address) => {
		expect(url(address)).toEqual([]);
	});

	test.each([
		['https://nhs.uk@evil.example.org/', 'a name before the @, which hides where it leads'],
		['https://exаmple.org', 'letters in its host that look like others'],
		['https://xn--exmple-4nf.org', 'letters in its host that look like others'],
		['https://10.0.0.1/a', 'a host without a public name'],
		['https://localhost/a', 'a host without a public name'],
		['https://example.org/" onclick="x', 'a character that no web address holds']
	])('%s has %s', (address, what) => {
		expect(url(address)).toContain(
			`well-street-hub.yaml:33:10 error bad-link "${address}" has ${what} — Open the page and copy its address from the browser.`
		);
	});
});
