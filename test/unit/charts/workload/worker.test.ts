import { Worker, type WorkerProps } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { render } from '../../../support/render';

const worker = (props: Partial<WorkerProps> = {}) =>
  render((scope) => void new Worker(scope, 'mailer', { image: 'example.com/mailer:1', ...props }));

describe('Worker', () => {
  it('has no port, no Service and no probe', () => {
    const objects = worker({ replicas: 2 });
    expect(Object.keys(objects).sort()).toEqual([
      'Deployment mailer',
      'PodDisruptionBudget mailer',
      'ServiceAccount mailer',
    ]);
    const container = at(objects['Deployment mailer'], 'spec', 'template', 'spec', 'containers', 0);
    expect(Object.keys(container as object).sort()).toEqual(['image', 'name', 'resources', 'securityContext']);
  });

  it('scales on CPU, or as somebody else says', () => {
    const scaled = worker({ autoscaling: { maxReplicas: 5 } });
    const external = worker({ replicas: 'external' });
    expect([at(scaled['HorizontalPodAutoscaler mailer'], 'spec', 'maxReplicas')]).toEqual([5]);
    for (const objects of [scaled, external])
      expect(at(objects['Deployment mailer'], 'spec', 'replicas')).toBeUndefined();
  });

  it('declares ports for probes and scraping', () => {
    const objects = worker({
      ports: [{ name: 'metrics', containerPort: 9090 }],
      liveness: { http: '/live', port: 'metrics' },
      overrides: { container: { tty: true }, deployment: { spec: { paused: true } } },
    });
    expect(objects['Deployment mailer']).toMatchObject({
      spec: { paused: true, template: { spec: { containers: [{ tty: true, ports: [{ containerPort: 9090 }] }] } } },
    });
  });
});
