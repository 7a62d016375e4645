import { parseAllDocuments } from 'yaml';
import { ROOT } from '../../../support/project';
import { cachedDefinition, pinnedDefinitions } from '../tools/definitions';
import type { Api, Live } from './api';
import { until } from './processes';

/** Installs the CustomResourceDefinitions and waits until the server serves them. @throws Error naming what is not cached */
export async function installDefinitions(
  api: Api,
  wanted: (name: string) => boolean = () => true,
): Promise<readonly string[]> {
  const objects = pinnedDefinitions(ROOT).flatMap((source) => {
    const text = cachedDefinition(source);
    if (text === undefined) throw new Error(`run \`npm run contract:tools\` first: ${source.file} is not in the cache`);
    return parseAllDocuments(text)
      .map((document) => document.toJS() as Live)
      .filter((object) => object?.kind === 'CustomResourceDefinition');
  });
  const installed = objects.filter((object) => wanted(object.metadata.name));
  await install(api, installed);
  return installed.map((object) => object.metadata.name);
}

export async function install(api: Api, definitions: readonly Live[]): Promise<void> {
  for (const definition of definitions) await api.apply(definition);
  await until('the CustomResourceDefinitions are served', 30, async () => {
    const live = await api.list('/apis/apiextensions.k8s.io/v1/customresourcedefinitions');
    const established = live.filter((one) =>
      one.status?.conditions?.some((c: Live) => c.type === 'Established' && c.status === 'True'),
    );
    return established.length >= definitions.length ? true : undefined;
  });
}
