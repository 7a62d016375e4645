import { join } from 'node:path';
import { filled, type Peer, services, write } from './peer';

export const helm: Peer = {
  name: 'helm template',
  version: ['helm', 'version', '--short'],
  prepare(folder, templates, shape) {
    write(join(folder, 'Chart.yaml'), 'apiVersion: v2\nname: bench\nversion: 0.1.0\n');
    const list = [...services(shape)].map(([service, app]) => `  - { name: ${service}, app: ${app} }\n`);
    write(join(folder, 'values.yaml'), `services:\n${list.join('')}`);
    const body = [...templates.values()].map((text) => `---\n${filled(text, '{{ .name }}', '{{ .app }}')}`).join('');
    write(join(folder, 'templates', 'services.yaml'), `{{- range .Values.services }}\n${body}{{- end }}\n`);
  },
  args: ['template', 'bench', '.'],
};
