import { join } from 'node:path';
import { objectsInJsonnet } from './jsonnet';
import { type Peer, write } from './peer';

const ENVIRONMENT = join('environments', 'default');

export const tanka: Peer = {
  name: 'tk show',
  version: ['tk', '--version'],
  prepare(folder, templates, shape) {
    // By this file it knows the root of a project.
    write(join(folder, 'jsonnetfile.json'), '{ "version": 1, "dependencies": [], "legacyImports": true }\n');
    const spec = { apiServer: 'https://127.0.0.1:6443', namespace: 'default' };
    const metadata = { name: 'environments/default' };
    const environment = { apiVersion: 'tanka.dev/v1alpha1', kind: 'Environment', metadata, spec };
    write(join(folder, ENVIRONMENT, 'spec.json'), JSON.stringify(environment));
    write(join(folder, ENVIRONMENT, 'main.jsonnet'), objectsInJsonnet(templates, shape));
  },
  args: ['show', '--dangerous-allow-redirect', ENVIRONMENT],
};
