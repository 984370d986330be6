import type { IncomingMessage, ServerResponse } from 'node:http';

export interface EventStream {
  /** Answers one client of `/api/v1/stream`; false where there is no room for more. */
  open(request: IncomingMessage, response: ServerResponse): boolean;
  readonly clients: number;
  /** Ends every connection. */
  close(): void;
}

/**
 * Tells open pages that a new revision exists (text/event-stream). One shared buffer per message,
 * nothing kept per client but its socket; at most one message a second.
 * @param maxClients connections beyond this are refused
 */
export function createEventStream(
  source: { readonly current: number; onChange(listener: () => void): () => void },
  maxClients: number,
): EventStream {
  const clients = new Set<ServerResponse>();
  let isPending = false;
  let lastSentAt = 0;
  const message = () =>
    Buffer.from(`id: ${source.current}\nevent: revision\ndata: ${source.current}\n\n`);

  function broadcast(bytes: Buffer): void {
    for (const client of clients) {
      // A client that does not read is cut off instead of filling our memory; it reconnects.
      if (client.writableLength > 64_000) client.destroy();
      else client.write(bytes);
    }
  }
  const unsubscribe = source.onChange(() => {
    if (isPending) return;
    isPending = true;
    const wait = Math.max(0, lastSentAt + 1_000 - performance.now());
    setTimeout(() => {
      isPending = false;
      lastSentAt = performance.now();
      broadcast(message());
    }, wait).unref();
  });
  const heartbeat = setInterval(() => broadcast(Buffer.from(':\n\n')), 25_000);
  heartbeat.unref();

  return {
    open(request, response) {
      if (clients.size >= maxClients) return false;
      request.socket.setTimeout(0);
      request.socket.setNoDelay(true);
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        'access-control-allow-origin': '*',
        'x-content-type-options': 'nosniff',
      });
      response.write(Buffer.concat([Buffer.from('retry: 5000\n'), message()]));
      clients.add(response);
      response.once('close', () => clients.delete(response));
      return true;
    },
    get clients() {
      return clients.size;
    },
    close() {
      unsubscribe();
      clearInterval(heartbeat);
      for (const client of clients) client.end();
    },
  };
}
