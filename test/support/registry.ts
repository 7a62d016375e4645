import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Answers a request, or leaves it to the registry. */
export type Answer = (asked: Asked, response: ServerResponse) => boolean | undefined;

export interface TestRegistry {
  /** Host and port, as images name it. */
  readonly host: string;
  readonly asked: readonly Asked[];
}

export const MANIFEST = JSON.stringify({ schemaVersion: 2, manifests: [{ platform: { architecture: 'arm64' } }] });
export const digestOfText = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
export const DIGEST = digestOfText(MANIFEST);

/** A registry on loopback that has `shop/web:1.5.0`. Ends with the test, also when that fails. */
export async function withRegistry<T>(answer: Answer, run: (registry: TestRegistry) => Promise<T>): Promise<T> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
      asked.push(one);
      if (answer(one, response) !== true) pull(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await run({ host: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** As the distribution API has it. */
function pull({ method, path }: Asked, response: ServerResponse): void {
  const known = ['1.5.0', DIGEST].some((reference) => path === `/v2/shop/web/manifests/${reference}`);
  if (!known) return say(response, 404, { errors: [{ code: 'MANIFEST_UNKNOWN' }] });
  response.setHeader('content-type', 'application/vnd.oci.image.index.v1+json');
  response.setHeader('docker-content-digest', DIGEST);
  response.end(method === 'HEAD' ? undefined : MANIFEST);
}

export function say(response: ServerResponse, status: number, body: object): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}

/** A registry that wants a token, which its own token service sells to who `buys` says. */
export const withTokens =
  (buys: (asked: Asked) => boolean): Answer =>
  (asked, response) => {
    if (asked.path.startsWith('/token')) {
      if (buys(asked)) say(response, 200, { token: 'bought' });
      else say(response, 401, { errors: [{ code: 'UNAUTHORIZED' }] });
      return true;
    }
    if (asked.headers.authorization === 'Bearer bought') return false;
    const scope = 'scope="repository:shop/web:pull"';
    const realm = `realm="http://${asked.headers.host}/token"`;
    response.setHeader('www-authenticate', `Bearer ${realm},service="test",${scope}`);
    say(response, 401, { errors: [{ code: 'UNAUTHORIZED' }] });
    return true;
  };

export const basicOf = (user: string, secret: string) => `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
