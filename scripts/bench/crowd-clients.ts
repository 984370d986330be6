import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * A crowd: clients that each keep one connection and ask one address after the other, with a breath
 * between. Prints `ready` once all have been answered, and at the end what they met as JSON.
 * @example node scripts/bench/crowd-clients.ts http://127.0.0.1:4390 200 10 / /timeline
 */
const [base = '', clients = '200', seconds = '10', ...addresses] = process.argv.slice(2);
const BREATH_MS = 25;
const until = performance.now() + Number(seconds) * 1_000;
const times: number[] = [];
let errors = 0;

const agent = new Agent({ keepAlive: true, maxSockets: Number(clients) });
let isMeasured = false;
await Promise.all(Array.from({ length: Number(clients) }, (_, at) => ask(at)));
process.stdout.write('ready\n');
isMeasured = true;
await Promise.all(Array.from({ length: Number(clients) }, (_, at) => stay(at)));
agent.destroy();
times.sort((a, b) => a - b);
process.stdout.write(
  `${JSON.stringify({
    requests: times.length,
    errors,
    p99Ms: times[Math.floor(times.length * 0.99)] ?? 0,
    maxMs: times.at(-1) ?? 0,
  })}\n`,
);

async function stay(client: number): Promise<void> {
  for (let turn = client; performance.now() < until; turn++) {
    await ask(turn);
    await delay(BREATH_MS);
  }
}

function ask(turn: number): Promise<void> {
  const address = addresses[turn % addresses.length] ?? '/';
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const fail = () => {
      errors++;
      resolve();
    };
    request(base + address, { agent, headers: { 'accept-encoding': 'br' } }, (response) => {
      if (response.statusCode !== 200) errors++;
      response.resume();
      response.once('error', fail);
      response.once('end', () => {
        if (isMeasured) times.push(performance.now() - startedAt);
        resolve();
      });
    })
      .once('error', fail)
      .end();
  });
}
