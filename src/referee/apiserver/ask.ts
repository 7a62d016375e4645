import { Agent, type IncomingMessage, type RequestOptions, request } from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';

/** What an API server says to one request. */
export interface Answer {
  readonly status: number;
  /** The JSON it sent; its text where it sent something else. */
  readonly body: unknown;
  /** Its `Warning` headers, unquoted: deprecated versions, ignored fields, Pod Security. */
  readonly warnings: readonly string[];
}

export interface Body {
  readonly type: string;
  readonly text: string;
}

/** @throws Error when no answer comes */
export type Ask = (method: string, path: string, body?: Body) => Promise<Answer>;

export interface Connection {
  readonly ask: Ask;
  readonly close: () => void;
}

/** Requests over a Unix socket, which only this user can open. */
export function overSocket(socketPath: string, timeout: number): Connection {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  return connection({ socketPath, agent, headers: { host: 'localhost' } }, request, timeout, () => agent.destroy());
}

/** Requests over TLS, with a bearer token and the authority that signed the server's certificate. */
export function overTls(port: number, ca: string, token: string, timeout: number): Connection {
  const agent = new TlsAgent({ keepAlive: true, maxSockets: 16, ca });
  const options = { host: '127.0.0.1', port, agent, headers: { authorization: `Bearer ${token}` } };
  return connection(options, tlsRequest, timeout, () => agent.destroy());
}

function connection(options: RequestOptions, send: typeof request, timeout: number, close: () => void): Connection {
  const ask: Ask = (method, path, body) =>
    new Promise((resolve, reject) => {
      const headers = {
        ...options.headers,
        accept: 'application/json',
        ...(body && { 'content-type': body.type, 'content-length': Buffer.byteLength(body.text) }),
      };
      const sent = send({ ...options, method, path, headers, timeout }, (answer) => {
        read(answer).then(resolve, reject);
      });
      sent.once('timeout', () => sent.destroy(new Error(`no answer within ${timeout / 1000} s`)));
      sent.once('error', reject);
      sent.end(body?.text);
    });
  return { ask, close };
}

async function read(answer: IncomingMessage): Promise<Answer> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part);
  const text = Buffer.concat(parts).toString('utf8');
  let body: unknown = text;
  try {
    body = JSON.parse(text);
  } catch {
    // A proxy may answer with a page of text, which is shown as it is.
  }
  return { status: answer.statusCode ?? 0, body, warnings: warningsOf(answer.rawHeaders) };
}

/** `299 - "apps/v1beta1 is deprecated"`: one header each, since a text may hold commas. */
function warningsOf(rawHeaders: readonly string[]): readonly string[] {
  return rawHeaders.flatMap((name, at) => {
    if (at % 2 === 1 || name.toLowerCase() !== 'warning') return [];
    const quoted = /^\d{3} \S+ "(.*)"/s.exec(rawHeaders[at + 1] ?? '')?.[1];
    return quoted === undefined ? [] : [quoted.replace(/\\(.)/g, '$1')];
  });
}
