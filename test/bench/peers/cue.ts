import { join } from 'node:path';
import { filled, jsonOf, type Peer, services, write } from './peer';

export const cue: Peer = {
  name: 'cue export',
  version: ['cue', 'version'],
  prepare(folder, templates, shape) {
    const objects = [...templates.values()].map((text) => filled(jsonOf(text), '\\(name)', '\\(app)'));
    const list = [...services(shape)].map(([service, app]) => `\t{name: "${service}", app: "${app}"},\n`).join('');
    write(
      join(folder, 'main.cue'),
      `package bench\n_services: [\n${list}]\nobjects: [ for s in _services for o in {\n\tname=_name: s.name\n\tapp=_app: s.app\n\tlist: [${objects.join(', ')}]\n}.list {o}]\n`,
    );
  },
  args: ['export', '--out', 'yaml', '.'],
};
