import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Agent } from 'undici';

/** What an address of an `.example` host does when asked. */
export type Behaviour =
  | { kind: 'answer'; status: number; headers: Record<string, string>; body: Buffer }
  | { kind: 'silence' }
  | { kind: 'reset' };

export interface SeenRequest {
  url: string;
  headers: IncomingHttpHeaders;
}

export interface ExampleNetwork {
  /** Speaks HTTP to one loopback server whatever host is named: no name leaves this machine. */
  dispatcher: Agent;
  requests: SeenRequest[];
  /** Answers by address, scheme left out; all others answer 404. */
  play(behaviours: ReadonlyMap<string, (request: SeenRequest) => Behaviour>): void;
  close(): Promise<void>;
}

/** Address without its scheme: behind the loopback connection http and https look the same. */
export function hostAndPath(url: string): string {
  const { host, pathname, search } = new URL(url);
  return `${host}${pathname}${search}`;
}

/** A real server on the loopback interface that speaks for every `.example` host. */
export async function startExampleNetwork(): Promise<ExampleNetwork> {
  const requests: SeenRequest[] = [];
  let behaviours: ReadonlyMap<string, (request: SeenRequest) => Behaviour> = new Map();
  const server = createServer((request, response) => {
    const url = `${request.headers.host ?? ''}${request.url ?? ''}`;
    const seen = { url, headers: request.headers };
    requests.push(seen);
    behave(behaviours.get(url)?.(seen) ?? NOT_FOUND, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const dispatcher = new Agent({
    connect: (_options, callback) => {
      const socket = connect({ port, host: '127.0.0.1' });
      socket.once('connect', () => callback(null, socket));
      socket.once('error', (error) => callback(error, null));
    },
  });
  return {
    dispatcher,
    requests,
    play(next) {
      behaviours = next;
    },
    async close() {
      await dispatcher.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const NOT_FOUND: Behaviour = {
  kind: 'answer',
  status: 404,
  headers: {},
  body: Buffer.from('not found'),
};

function behave(behaviour: Behaviour, response: ServerResponse): void {
  switch (behaviour.kind) {
    case 'silence':
      return;
    case 'reset':
      response.socket?.destroy();
      return;
    case 'answer':
      response.writeHead(behaviour.status, behaviour.headers);
      response.end(behaviour.status === 304 ? undefined : behaviour.body);
      return;
    default:
      behaviour satisfies never;
  }
}
