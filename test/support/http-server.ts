import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export type HttpAsked = { method: string; path: string; headers: IncomingMessage['headers']; body: string };
export type HttpGiven = { status: number; headers?: Record<string, string>; body?: string };

/** An HTTP server on this machine. Null as answer: the connection is dropped without one. */
export async function startHttpServer(
  answer: (asked: HttpAsked) => HttpGiven | null,
): Promise<{ origin: string; asked: HttpAsked[]; close(): Promise<void> }> {
  const asked: HttpAsked[] = [];
  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    const one = { method, path: url, headers, body: await text(request) };
    asked.push(one);
    const given = answer(one);
    if (given === null) request.socket.destroy();
    else response.writeHead(given.status, given.headers).end(given.body);
  }
  const server = createServer((request, response) => void respond(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
