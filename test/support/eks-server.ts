import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (path: string, response: ServerResponse) => void;

/** A loopback server that answers as EKS does, or fails as it does. Ends with the test, also when that fails. */
export async function withEks<T>(
  answer: Answer,
  run: (endpoint: string, calls: readonly string[]) => Promise<T>,
): Promise<T> {
  const calls: string[] = [];
  const server: Server = createServer((request: IncomingMessage, response: ServerResponse) => {
    calls.push(request.url ?? '');
    answer(request.url ?? '', response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

export function json(response: ServerResponse, body: object): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}

export function fault(response: ServerResponse, status: number, type: string, message = 'no'): void {
  response.statusCode = status;
  response.setHeader('x-amzn-errortype', type);
  json(response, { message });
}
