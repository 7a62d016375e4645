import { NodeAgent, Worker } from 'cdk8s-eks';
import { VolumeNames } from '../../../../charts/workload/volume-name';
import { at } from '../../../../src/model/json';
import { render } from '../../../support/render';

describe('names of volumes', () => {
  it('are one for each path', () => {
    const names = new VolumeNames(['host-taken']);
    expect(
      ['/var/log', '/var-log', '/var/log', '/VAR/log', '/', '/taken'].map((path) => names.of(path, 'host-')),
    ).toEqual(['host-var-log', 'host-var-log-2', 'host-var-log', 'host-var-log-3', 'host-root', 'host-taken-2']);
  });

  it('fit though the paths are long', () => {
    const names = new VolumeNames();
    const [one = '', other = ''] = ['a', 'b'].map((end) => names.of(`/${'x'.repeat(70)}/${end}`, ''));
    expect([one, other]).toEqual(['x'.repeat(63), `${'x'.repeat(61)}-2`]);
  });

  it('let two folders that are spelled alike be two', () => {
    const worker = render(
      (scope) => void new Worker(scope, 'w', { image: 'a.b/c:1', writable: ['/var/log', '/var-log'] }),
    );
    expect(at(worker['Deployment w'], 'spec', 'template', 'spec', 'containers', 0, 'volumeMounts')).toEqual([
      { name: 'var-log', mountPath: '/var/log' },
      { name: 'var-log-2', mountPath: '/var-log' },
    ]);
    const paths = [{ path: '/var/log' }, { path: '/var-log' }];
    const agent = render((scope) => void new NodeAgent(scope, 'a', { image: 'a.b/c:1', host: { reason: 'x', paths } }));
    expect(at(agent['DaemonSet a'], 'spec', 'template', 'spec', 'volumes')).toEqual([
      { name: 'host-var-log', hostPath: { path: '/var/log' } },
      { name: 'host-var-log-2', hostPath: { path: '/var-log' } },
    ]);
  });
});
