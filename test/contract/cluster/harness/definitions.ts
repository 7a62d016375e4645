import { parseAllDocuments } from 'yaml';
import { Resources } from '../../../../src/referee/apiserver/resources';
import { ROOT } from '../../../support/project';
import { cachedDefinition, pinnedDefinitions } from '../tools/definitions';
import type { Api, Live } from './api';
import { until } from './processes';

/** Installs the CustomResourceDefinitions and waits until the server serves them. @throws Error naming what is not cached */
export async function installDefinitions(
  api: Api,
  wanted: (name: string) => boolean = () => true,
): Promise<readonly string[]> {
  const objects = allDefinitions();
  const installed = objects.filter((object) => wanted(object.metadata.name));
  await install(api, installed);
  return installed.map((object) => object.metadata.name);
}

/** Groups and kinds that the pinned definitions serve: `karpenter.sh/NodePool`. */
export function servedKinds(): ReadonlySet<string> {
  return new Set(allDefinitions().map(({ spec }) => `${spec.group}/${spec.names.kind}`));
}

/** @throws Error naming what is not cached */
function allDefinitions(): readonly Live[] {
  return pinnedDefinitions(ROOT).flatMap((source) => {
    const text = cachedDefinition(source);
    if (text === undefined) throw new Error(`run \`npm run contract:tools\` first: ${source.file} is not in the cache`);
    return parseAllDocuments(text)
      .map((document) => document.toJS() as Live)
      .filter((object) => object?.kind === 'CustomResourceDefinition');
  });
}

export async function install(api: Api, definitions: readonly Live[]): Promise<void> {
  for (const definition of definitions) await api.apply(definition);
  for (const definition of definitions)
    await until(`${definition.metadata.name} is served`, 30, () => served(api, definition));
}

/** Whether discovery lists every served version of a definition, which happens a moment after it is established. */
async function served({ ask }: Api, { spec }: Live): Promise<true | undefined> {
  const resources = new Resources(ask);
  for (const { name, served: isServed } of spec.versions)
    if (isServed && (await resources.of(`${spec.group}/${name}`, spec.names.kind)) === undefined) return undefined;
  return true;
}
