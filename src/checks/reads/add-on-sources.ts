import { ARGOCD_GROUP } from '../../knowledge/argocd/kinds';
import type { AddOnName } from '../../knowledge/aws/addons/add-on';
import { ADD_ON_NAMES, ADD_ONS } from '../../knowledge/aws/addons/catalogue';
import { chartsOf } from '../../model/add-on-places';
import { at, type JsonValue, listAt, textAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';

/** What an Application takes its objects from. */
export function sourcesOf({ group, kind, value }: RenderedObject): readonly JsonValue[] {
  if (group !== ARGOCD_GROUP || kind !== 'Application') return [];
  const one = at(value, 'spec', 'source');
  return [...(one === undefined ? [] : [one]), ...listAt(value, 'spec', 'sources')];
}

/** The add-on that a source installs, by the name of its chart or by the repository of its manifests. */
export function addOnOfSource(source: JsonValue): AddOnName | undefined {
  const chart = textAt(source, 'chart')?.split('/').at(-1);
  if (chart !== undefined) return ADD_ON_NAMES.find((name) => chartsOf(ADD_ONS[name]).includes(chart));
  const [repository, path] = [plain(textAt(source, 'repoURL') ?? ''), textAt(source, 'path') ?? ''];
  return ADD_ON_NAMES.find((name) => {
    const { manifests } = ADD_ONS[name].forms;
    return manifests !== undefined && plain(manifests.repoURL) === repository && manifests.paths.includes(path);
  });
}

/** Git hosts take an address with and without `.git`. */
const plain = (address: string) => address.replace(/(\.git)?\/*$/, '');
