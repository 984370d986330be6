import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const UNWANTED = new Set(['--single-process', '--no-zygote', '--disable-web-security']);

/** Starts a Chromium: an installed one, else the one that comes with the packages. */
export async function startBrowser(): Promise<Browser> {
  const installed = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
  ].find((file) => file !== undefined && existsSync(file));
  const common = ['--no-sandbox', '--disable-dev-shm-usage'];
  if (installed !== undefined) {
    return chromium.launch({ executablePath: installed, args: common });
  }
  // Read on import: without it the package leaves out the libraries a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await packed.executablePath(),
    // Made for one short call in a small container; several pages need processes of their own.
    args: [...packed.args.filter((arg) => !UNWANTED.has(arg)), ...common],
    headless: true,
  });
}
