import { join } from 'node:path';
import { filled, jsonOf, type Peer, services, write } from './peer';

export const kosko: Peer = {
  name: 'kosko generate',
  version: ['kosko', '--version'],
  prepare(folder, templates, shape) {
    const objects = [...templates.values()].map((text) => filled(jsonOf(text), '" + name + "', '" + app + "'));
    const list = [...services(shape)].map(([service, app]) => `  ['${service}', '${app}'],\n`).join('');
    write(join(folder, 'kosko.toml'), 'components = ["services"]\n');
    write(
      join(folder, 'components', 'services.js'),
      `const service = (name, app) => [${objects.join(', ')}];\nmodule.exports = [\n${list}].flatMap(([name, app]) => service(name, app));\n`,
    );
    // Kosko demands this package of every project. This component reads nothing from it, so nothing is in it.
    const env = join(folder, 'node_modules', '@kosko', 'env');
    write(join(env, 'package.json'), '{ "main": "index.js" }\n');
    write(join(env, 'index.js'), 'exports.paths = {};\nexports.setReducers = () => {};\n');
  },
  args: ['generate'],
};
