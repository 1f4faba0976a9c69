import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const NGINX = '/usr/sbin/nginx';

/**
 * Sees that nginx is there: on Debian as root it is installed when missing.
 * @throws when it cannot be had, saying what to install: this test is never skipped
 */
export function ensureNginx(): void {
	if (!existsSync(NGINX) && process.getuid?.() === 0) {
		const apt = (...args: string[]) => spawnSync('apt-get', ['-qq', ...args], { stdio: 'ignore' });
		apt('update');
		apt('install', '-y', '--no-install-recommends', 'nginx-light');
	}
	if (!existsSync(NGINX))
		throw new Error('nginx is needed to test deploy/nginx.conf. Debian: apt-get install nginx-light');
}

function freePort(): Promise<number> {
	return new Promise((done) => {
		const server = createServer();
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => done(typeof address === 'object' && address ? address.port : 0));
		});
	});
}

/** Runs nginx with deploy/nginx.conf as it is, but for port and folder, on the built site. */
export async function startNginx(): Promise<{ origin: string; stop: () => Promise<void> }> {
	const folder = mkdtempSync(join(tmpdir(), 'fingerpost-nginx-'));
	const port = await freePort();
	const server = readFileSync('deploy/nginx.conf', 'utf8')
		.replace('listen 80;', `listen 127.0.0.1:${port};`)
		.replace('/srv/fingerpost', resolve('build'));
	writeFileSync(
		join(folder, 'nginx.conf'),
		`daemon off;
${process.getuid?.() === 0 ? 'user root;\n' : ''}worker_processes 1;
pid ${folder}/pid;
error_log ${folder}/error.log;
events {}
http {
	include /etc/nginx/mime.types;
	client_body_temp_path ${folder}/body;
	proxy_temp_path ${folder}/proxy;
	fastcgi_temp_path ${folder}/fastcgi;
	uwsgi_temp_path ${folder}/uwsgi;
	scgi_temp_path ${folder}/scgi;
${server}
}
`
	);
	const child = spawn(NGINX, ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], { stdio: 'pipe' });
	const origin = `http://127.0.0.1:${port}`;
	await answers(origin, child, join(folder, 'error.log'));
	return {
		origin,
		stop: async () => {
			const ended = new Promise((done) => child.once('exit', done));
			child.kill();
			await ended;
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

async function answers(origin: string, child: ChildProcess, log: string): Promise<void> {
	for (let tries = 0; tries < 100; tries++) {
		if (child.exitCode !== null) break;
		const up = await fetch(origin).then(
			() => true,
			() => false
		);
		if (up) return;
		await new Promise((done) => setTimeout(done, 100));
	}
	throw new Error(`nginx did not start: ${existsSync(log) ? readFileSync(log, 'utf8') : 'no log'}`);
}
