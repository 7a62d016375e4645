import { join } from 'node:path';
import type { Shape } from '../platform';
import { filled, jsonOf, type Peer, services, type Templates, write } from './peer';

/** The field `objects`, a list of all objects. */
export function objectsInCue(templates: Templates, shape: Shape): string {
  const objects = [...templates.values()].map((text) => filled(jsonOf(text), '\\(name)', '\\(app)'));
  const list = [...services(shape)].map(([service, app]) => `\t{name: "${service}", app: "${app}"},\n`).join('');
  return `_services: [\n${list}]\nobjects: [ for s in _services for o in {\n\tname=_name: s.name\n\tapp=_app: s.app\n\tlist: [${objects.join(', ')}]\n}.list {o}]\n`;
}

export const cue: Peer = {
  name: 'cue export',
  version: ['cue', 'version'],
  prepare(folder, templates, shape) {
    write(join(folder, 'main.cue'), `package bench\n${objectsInCue(templates, shape)}`);
  },
  args: ['export', '--out', 'yaml', '.'],
};
