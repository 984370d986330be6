import { createServer } from 'node:http';

/**
 * A feed of nothing open under every path and loopback address, 304 to whom holds it: run as a
 * process of its own, so that the answering is not counted as the poller's work.
 */
const BODY = JSON.stringify({
  page_title: 'X',
  page_url: 'https://x.example',
  ongoing_incidents: [],
  in_progress_maintenances: [],
  scheduled_maintenances: [],
});

const server = createServer((request, response) => {
  if (request.headers['if-none-match'] === '"1"') response.writeHead(304, { etag: '"1"' }).end();
  else response.writeHead(200, { 'content-type': 'application/json', etag: '"1"' }).end(BODY);
});
// All of 127.0.0.0/8 is this machine; a server bound to one address of it answers on no other.
server.listen(0, '0.0.0.0', () => {
  const bound = server.address();
  process.stdout.write(`ready ${typeof bound === 'object' && bound !== null ? bound.port : 0}\n`);
});
process.once('SIGTERM', () => process.exit(0));
