import { join } from 'node:path';
import type { Shape } from '../platform';
import { filled, jsonOf, type Peer, services, type Templates, write } from './peer';

/** An array of all objects, as an expression. */
export function objectsInJsonnet(templates: Templates, shape: Shape): string {
  const objects = [...templates.values()].map((text) => filled(jsonOf(text), '" + name + "', '" + app + "'));
  const list = [...services(shape)].map(([service, app]) => `['${service}', '${app}']`).join(',\n');
  return `local service(name, app) = [${objects.join(', ')}];\nstd.flattenArrays([service(s[0], s[1]) for s in [\n${list}\n]])\n`;
}

const prepare: Peer['prepare'] = (folder, templates, shape) => {
  write(join(folder, 'objects.libsonnet'), objectsInJsonnet(templates, shape));
  write(
    join(folder, 'yaml.jsonnet'),
    "std.manifestYamlStream(import 'objects.libsonnet', quote_keys=false, c_document_end=false)\n",
  );
};

const version = ['jsonnet', '--version'];

/** One array, which is the least it can print; a cluster does not read it so. */
export const jsonnet: Peer = { name: 'jsonnet (JSON)', version, prepare, args: ['objects.libsonnet'] };

/** A stream of documents, as all others print and Git would hold. */
export const jsonnetYaml: Peer = { name: 'jsonnet (YAML)', version, prepare, args: ['--string', 'yaml.jsonnet'] };
