// Runs in the browser. The addresses are those that scripts/editor.js serves.
import CMS from '/cms/sveltia-cms.mjs';
import { Document, isMap, isScalar, isSeq, parse, visit } from '/yaml/index.js';
import { fromForm, toForm } from '/record-format.js';

/** Comments at the top of each record, kept when it is saved. */
const heads = new Map();
const HEAD = /^(?:#[^\n]*\n)+/;

CMS.registerCustomFormat('fingerpost', 'yaml', {
	fromFile(text) {
		const record = parse(text);
		if (record?.id) heads.set(record.id, HEAD.exec(text)?.[0] ?? '');
		return toForm(record);
	},
	toFile(form) {
		const record = fromForm(form);
		const document = new Document(record, { aliasDuplicateObjects: false });
		visit(document, {
			Pair(_, pair) {
				const name = isScalar(pair.key) ? String(pair.key.value) : '';
				if (isMap(pair.value) && name === 'assured') pair.value.flow = true;
				if (isSeq(pair.value) && pair.value.items.every(isScalar)) pair.value.flow = true;
			}
		});
		return `${heads.get(record.id) ?? ''}${document.toString({ lineWidth: 112, flowCollectionPadding: false })}`;
	}
});

const config = await (await fetch('/config.json')).json();
CMS.init({ config });
document.documentElement.dataset.ready = 'true';
