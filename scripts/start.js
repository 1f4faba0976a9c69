import { installPackages, run } from './install.js';

installPackages();
run('npm', ['run', '-s', 'fingerpost', '--', 'check']);
run('npm', ['run', '-s', 'build']);
const { serve, addresses } = await import('./serve.js');
const port = Number(process.env.PORT ?? 4173);
const server = await serve('build', port);
const { local, network } = addresses(server);
process.stdout.write(`\nFingerpost is ready.\n  On this computer: ${local}\n`);
for (const address of network) process.stdout.write(`  On a phone on the same network: ${address}\n`);
process.stdout.write(
	'Over the network (without https) a browser keeps nothing for offline use.\nPress Ctrl+C to stop.\n'
);
