import { createServer } from 'node:http';
import type { Provider } from '../../src/model/provider.ts';
import { createSitePoller } from '../../src/server/site-poller.ts';
import { startServer } from '../../src/server/start-server.ts';
import { ROOT } from './child.ts';
import { median, report, say } from './report.ts';
import { openScratchSite } from './scratch-site.ts';

/**
 * From the moment a changed feed has been fetched to the moment the home page shows it, over HTTP.
 * Ratio: budget of 1 s ÷ the slowest of the rounds.
 */
const BUDGET_MS = 1_000;
const ROUNDS = 8;

let title = 'nothing yet';
let servedAt = 0;
const feed = createServer((_request, response) => {
  servedAt = performance.now();
  response.writeHead(200, { 'content-type': 'application/json' }).end(
    JSON.stringify({
      page_title: 'Northwind',
      page_url: 'https://status.northwind.example',
      ongoing_incidents: [
        {
          id: '01HZZZZZZZZZZZZZZZZZZZZZZZ',
          name: title,
          status: 'investigating',
          url: 'https://status.northwind.example/incidents/1',
          current_worst_impact: 'partial_outage',
          affected_components: [],
          last_update_at: '2025-10-20T07:11:00Z',
          last_update_message: title,
        },
      ],
      in_progress_maintenances: [],
      scheduled_maintenances: [],
    }),
  );
});
await new Promise<void>((resolve) => feed.listen(0, '127.0.0.1', resolve));
const bound = feed.address();
const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
const provider: Provider = {
  id: 'northwind',
  name: 'Northwind',
  homepage: 'https://northwind.example',
  statusPage: 'https://status.northwind.example',
  category: 'cloud',
  country: 'CH',
  feeds: [{ format: 'incident-io-widget', url: `http://127.0.0.1:${port}`, evidence: 'recorded' }],
};
const { site, close } = await openScratchSite([provider]);
const environment = { ...site.environment, host: '127.0.0.1', port: 0 };
let shift = 0;
const clock = {
  ...site.clock,
  now: () => new Date(Date.parse(site.clock.now()) + shift).toISOString(),
};
const running = { ...site, environment, clock };
const server = await startServer(running, ROOT, say);
const poller = createSitePoller(running);
const times: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  title = `Orders fail, part ${round}`;
  shift += 3_600_000;
  await fetch(server.address).then((answer) => answer.text());
  await poller.runOnce();
  while (!(await fetch(server.address).then((answer) => answer.text())).includes(title)) {
    if (performance.now() - servedAt > 10_000) throw new Error('the change never became visible');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  times.push(performance.now() - servedAt);
}
await poller.close();
await server.stop();
await close();
feed.closeAllConnections();
feed.close();
const slowest = Math.max(...times);
report('fresh', [
  { name: 'home', ratio: BUDGET_MS / slowest, medianMs: median(times), slowestMs: slowest },
]);
