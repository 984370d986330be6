import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface Nginx {
  address: string;
  stop(): void;
}

/** One worker of nginx that serves one file, where it is installed; else null. */
export async function startNginx(
  folder: string,
  port: number,
  body: Buffer,
): Promise<Nginx | null> {
  if (spawnSync('nginx', ['-v']).error !== undefined) return null;
  const root = path.join(folder, 'nginx');
  await mkdir(root, { recursive: true });
  await writeFile(path.join(root, 'index.html'), body);
  // Started by root it would read as another user, who may not look into the temporary folder.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const config = path.join(root, 'nginx.conf');
  await writeFile(
    config,
    `${user} daemon off; worker_processes 1; pid ${root}/pid; error_log ${root}/error.log;
    events { worker_connections 1024; }
    http {
      access_log off; sendfile on; tcp_nopush on; keepalive_requests 10000000; default_type text/html;
      client_body_temp_path ${root}/body; proxy_temp_path ${root}/proxy; fastcgi_temp_path ${root}/fcgi;
      uwsgi_temp_path ${root}/uwsgi; scgi_temp_path ${root}/scgi;
      server { listen 127.0.0.1:${port}; root ${root}; }
    }`,
  );
  const program: ChildProcess = spawn('nginx', ['-c', config], { stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}/`;
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return { address, stop: () => program.kill('SIGTERM') };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  program.kill('SIGTERM');
  return null;
}
