/** A page with no style or script that could be missing: for when the app cannot draw one. */
const plainPage = (body: string) => `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Fingerpost</title></head>
<body>
${body}
</body>
</html>
`;

/** Shown when nothing else is left on the device and there is no network. */
export const LAST_RESORT = plainPage(`<h1>This page is not on this phone</h1>
<p>There is no connection. Try again when you have a signal.</p>
<h2>Could someone die?</h2>
<p><a href="tel:999">Ring 999 now</a>. Say “ambulance”. It is free.</p>
<p>Ill, and not an emergency: <a href="tel:111">ring 111</a>.</p>`);

/** Shown for a page for work that this device has not opened before, when there is no network. `base`: where the site stands. */
export const notKept = (base: string) =>
	plainPage(`<h1>This page is not on this phone yet</h1>
<p>Pages for work are saved when you first open one with a connection. There is no connection now.</p>
<p>What is saved on this phone:</p>
<ul>
<li><a href="${base}/find/">Find help</a></li>
<li><a href="${base}/go/">Where do I go?</a></li>
<li><a href="${base}/">Home</a></li>
</ul>
<h2>Could someone die?</h2>
<p><a href="tel:999">Ring 999 now</a>. Say “ambulance”. It is free. <a href="${base}/now/">What to do, step by step</a></p>`);
