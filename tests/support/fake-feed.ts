import type { Adapter, Snapshot } from '../../src/adapters/adapter.ts';
import type { Provider } from '../../src/model/provider.ts';
import type { Log } from '../../src/poller/log.ts';

/** An adapter whose first document is a snapshot as JSON; further ones hang off its address. */
export function createFakeAdapter(paths: readonly string[] = ['']): Adapter {
  return {
    format: 'fake',
    documents: (url) => paths.map((path) => `${url}${path}`),
    recognises: () => true,
    parse([first]) {
      return JSON.parse(new TextDecoder().decode(first?.body)) as Snapshot;
    },
  };
}

export function fakeProvider(id: string, part: Partial<Provider['feeds'][number]> = {}): Provider {
  return {
    id,
    name: id,
    homepage: `https://${id}.example/`,
    statusPage: `https://status.${id}.example/`,
    category: 'cloud',
    country: 'CH',
    feeds: [
      {
        format: 'fake',
        url: `https://status.${id}.example/feed`,
        evidence: 'documented',
        ...part,
      },
    ],
  };
}

export interface FakeLog extends Log {
  lines: { level: 'info' | 'warn' | 'error'; fields: object; message: string }[];
}

export function createFakeLog(): FakeLog {
  const lines: FakeLog['lines'] = [];
  const at = (level: 'info' | 'warn' | 'error') => (fields: object, message: string) => {
    lines.push({ level, fields, message });
  };
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}
