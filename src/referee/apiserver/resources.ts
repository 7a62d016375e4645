import type { ObjectIdentity } from '../../model/identity';
import { isJsonObject, listAt, textAt } from '../../model/json';
import type { Ask } from './ask';

/** How a server addresses the objects of one kind. */
export interface Resource {
  readonly plural: string;
  readonly namespaced: boolean;
}

/** What a server knows, asked once for each group and version. */
export class Resources {
  private readonly known = new Map<string, Promise<ReadonlyMap<string, Resource>>>();

  constructor(private readonly ask: Ask) {}

  /** @returns undefined for a kind or version that the server does not serve */
  async of(apiVersion: string, kind: string): Promise<Resource | undefined> {
    let resources = this.known.get(apiVersion);
    if (resources === undefined) {
      resources = this.read(apiVersion);
      this.known.set(apiVersion, resources);
    }
    return (await resources).get(kind);
  }

  private async read(apiVersion: string): Promise<ReadonlyMap<string, Resource>> {
    const { status, body } = await this.ask('GET', rootOf(apiVersion));
    const found = new Map<string, Resource>();
    if (status !== 200) return found;
    for (const entry of listAt(body, 'resources')) {
      const [plural, kind] = [textAt(entry, 'name') ?? '', textAt(entry, 'kind') ?? ''];
      if (!plural.includes('/'))
        found.set(kind, { plural, namespaced: isJsonObject(entry) && entry['namespaced'] === true });
    }
    return found;
  }
}

function rootOf(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

/** The path of one object. */
export function pathOf(
  apiVersion: string,
  { plural, namespaced }: Resource,
  { namespace, name }: ObjectIdentity,
): string {
  const inside = namespaced ? `/namespaces/${encodeURIComponent(namespace ?? 'default')}` : '';
  return `${rootOf(apiVersion)}${inside}/${plural}/${encodeURIComponent(name)}`;
}
