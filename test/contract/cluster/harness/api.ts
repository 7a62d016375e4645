import type { Answer, Ask } from '../../../../src/referee/apiserver/ask';
import { pathOf, Resources } from '../../../../src/referee/apiserver/resources';

/** An object as a server sends it. */
// biome-ignore lint/suspicious/noExplicitAny: what a server answers has no type of ours
export type Live = any;

/** What tests do with a server: short, and loud when it refuses. */
export class Api {
  private readonly resources: Resources;

  constructor(readonly ask: Ask) {
    this.resources = new Resources(ask);
  }

  async path(object: Live): Promise<string> {
    const resource = await this.resources.of(object.apiVersion, object.kind);
    if (resource === undefined) throw new Error(`the server does not know ${object.apiVersion} ${object.kind}`);
    return pathOf(object.apiVersion, resource, { group: '', kind: object.kind, ...object.metadata });
  }

  /** Raw verdict on an object: a create, which looks at the whole of it. */
  async post(object: Live, query = ''): Promise<Answer> {
    const path = (await this.path(object)).replace(/\/[^/]*$/, '');
    return this.ask('POST', `${path}${query}`, { type: 'application/json', text: JSON.stringify(object) });
  }

  async create(object: Live): Promise<Live> {
    return accepted(await this.post(object));
  }

  async apply(object: Live, query = '?fieldManager=test&force=true'): Promise<Live> {
    const body = { type: 'application/apply-patch+yaml', text: JSON.stringify(object) };
    return accepted(await this.ask('PATCH', `${await this.path(object)}${query}`, body));
  }

  /** @returns undefined when there is none */
  async get(object: Live): Promise<Live | undefined> {
    const answer = await this.ask('GET', await this.path(object));
    return answer.status === 404 ? undefined : accepted(answer);
  }

  async list(path: string): Promise<readonly Live[]> {
    return accepted(await this.ask('GET', path)).items;
  }

  /** All objects of a kind, with the kind that lists leave out. */
  async listAll(apiVersion: string, kind: string): Promise<readonly Live[]> {
    const resource = await this.resources.of(apiVersion, kind);
    if (resource === undefined) throw new Error(`the server does not know ${apiVersion} ${kind}`);
    const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    return (await this.list(`${root}/${resource.plural}`)).map((item) => ({ ...item, apiVersion, kind }));
  }

  async patch(object: Live, patch: Live, subresource = ''): Promise<Live> {
    const body = { type: 'application/merge-patch+json', text: JSON.stringify(patch) };
    return accepted(await this.ask('PATCH', `${await this.path(object)}${subresource}`, body));
  }

  async remove(object: Live): Promise<void> {
    accepted(await this.ask('DELETE', await this.path(object)));
  }
}

export function accepted({ status, body }: Answer): Live {
  if (status >= 300) throw new Error(`${status}: ${(body as Live)?.message ?? body}`);
  return body;
}
