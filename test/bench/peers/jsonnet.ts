import { join } from 'node:path';
import { filled, jsonOf, type Peer, services, write } from './peer';

export const jsonnet: Peer = {
  name: 'jsonnet',
  version: ['jsonnet', '--version'],
  prepare(folder, templates, shape) {
    const objects = [...templates.values()].map((text) => filled(jsonOf(text), '" + name + "', '" + app + "'));
    const list = [...services(shape)].map(([service, app]) => `['${service}', '${app}']`).join(',\n');
    write(
      join(folder, 'main.jsonnet'),
      `local service(name, app) = [${objects.join(', ')}];\nstd.flattenArrays([service(s[0], s[1]) for s in [\n${list}\n]])\n`,
    );
  },
  args: ['main.jsonnet'],
};
