import { join } from 'node:path';
import { filled, type Peer, services, write } from './peer';

export const kustomize: Peer = {
  name: 'kustomize build',
  version: ['kustomize', 'version'],
  prepare(folder, templates, shape) {
    const resources: string[] = [];
    for (const [service, app] of services(shape)) {
      const path = `${app}-${service}.yaml`;
      write(join(folder, path), [...templates.values()].map((text) => `---\n${filled(text, service, app)}`).join(''));
      resources.push(`  - ${path}\n`);
    }
    write(join(folder, 'kustomization.yaml'), `resources:\n${resources.join('')}`);
  },
  args: ['build', '.'],
};
