import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly token: string | undefined;
  readonly body: string;
}

interface Said {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server on loopback. Close it. */
export interface Served {
  readonly url: string;
  readonly asked: Asked[];
  close(): Promise<void>;
}

async function serve(answer: (asked: Asked) => Said): Promise<Served> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const token = request.headers['private-token'];
      const one = { method: request.method ?? '', path: request.url ?? '', token: token?.toString(), body };
      asked.push(one);
      const said = answer(one);
      response.writeHead(said.status, { 'content-type': 'application/json', ...said.headers });
      response.end(said.body === undefined ? undefined : JSON.stringify(said.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close };
}

/** Takes manifests, and says the digest of what it took, as the distribution API has it. */
export function serveRegistry(): Promise<Served> {
  return serve(({ method, path, body }) => {
    if (method !== 'PUT' || !path.includes('/manifests/')) return { status: 404 };
    return { status: 201, headers: { 'docker-content-digest': digestOfText(body) } };
  });
}

export function digestOfText(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** Notes and merge requests of one project, as GitLab's API has them: a branch has one open merge request at most. */
export function serveGitlab(): Promise<Served> {
  const notes = new Map([[40, 'well done']]);
  const open = new Set<string>();
  const request = (branch: string): Said => {
    const status = open.has(branch) ? 409 : 201;
    open.add(branch);
    return { status, body: {} };
  };
  const note = (method: string, id: number, text: string): Said => {
    if (method === 'GET') return { status: 200, body: [...notes].map(([one, body]) => ({ id: one, body })) };
    if (method === 'PUT' && !notes.has(id)) return { status: 404 };
    notes.set(method === 'PUT' ? id : 41, text);
    return { status: method === 'PUT' ? 200 : 201, body: {} };
  };
  return serve(({ method, path, body }) => {
    const form = new URLSearchParams(body);
    if (path.endsWith('/merge_requests')) return request(form.get('source_branch') ?? '');
    const found = /\/merge_requests\/7\/notes(?:\/(\d+))?(?:\?per_page=100)?$/.exec(path);
    return found === null ? { status: 404 } : note(method, Number(found[1]), form.get('body') ?? '');
  });
}
