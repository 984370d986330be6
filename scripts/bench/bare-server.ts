import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/**
 * The baseline: a `node:http` server that does nothing but write given headers and bytes.
 * @example node scripts/bench/bare-server.ts answer.json   (status, headers as a flat list, body in base64)
 */
const { status, headers, body } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as {
  status: number;
  headers: string[];
  body: string;
};
const bytes = Buffer.from(body, 'base64');
const server = createServer({ noDelay: true }, (_request, response) => {
  response.writeHead(status, headers);
  if (status === 304) response.end();
  else response.end(bytes);
});
server.listen(0, '127.0.0.1', () => {
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  process.stdout.write(`ready http://127.0.0.1:${port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
