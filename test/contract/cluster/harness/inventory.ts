import { identityKey } from '../../../../src/model/identity';
import { renderedObject } from '../../../../src/model/rendered-object';
import type { Api, Live } from './api';
import type { JudgedFile } from './dist';

const TRACKING = 'argocd.argoproj.io/tracking-id';
const WAVE = 'argocd.argoproj.io/sync-wave';

/** Every object that Argo CD made and still owns, by identity; of all kinds that were ever rendered. */
export async function inventory(api: Api, kinds: ReadonlySet<string>): Promise<ReadonlyMap<string, Live>> {
  const found = new Map<string, Live>();
  for (const key of kinds) {
    const [apiVersion = '', kind = ''] = key.split('|');
    for (const item of await api.listAll(apiVersion, kind)) {
      if (item.metadata.annotations?.[TRACKING] === undefined) continue;
      found.set(identityKey(renderedObject(item, { environment: '', app: '' })), item);
    }
  }
  return found;
}

export function kindsOf(files: readonly JudgedFile[]): ReadonlySet<string> {
  return new Set(files.map(({ object }) => `${object.apiVersion}|${object.kind}`));
}

export function identities(files: readonly JudgedFile[]): readonly string[] {
  return files.map(({ object }) => identityKey(object)).sort();
}

/** Pairs of objects of one Application that the cluster got against the order of their waves. */
export function outOfOrder(files: readonly JudgedFile[], live: ReadonlyMap<string, Live>): readonly string[] {
  const found: string[] = [];
  const made = files.map((file) => {
    const one = live.get(identityKey(file.object));
    const wave = Number(one?.metadata.annotations?.[WAVE] ?? 0);
    return { app: file.object.app, path: file.path, wave, at: Date.parse(one?.metadata.creationTimestamp) };
  });
  for (const first of made) {
    for (const second of made) {
      const inOrder = first.app !== second.app || first.wave >= second.wave || first.at <= second.at;
      if (!inOrder) found.push(`${second.path} (wave ${second.wave}) came before ${first.path} (wave ${first.wave})`);
    }
  }
  return found;
}
