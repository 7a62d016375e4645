import type { Chart } from 'cdk8s';
import { HorizontalPodAutoscaler, ScaledObject, VerticalPodAutoscaler, WebService } from 'cdk8s-eks';
import { validAutoscaler } from '../../../../src/checks/rules/k8s/valid-autoscaler';
import { validScaledObject } from '../../../../src/checks/rules/k8s/valid-scaled-object';
import { at } from '../../../../src/model/json';
import { eksEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';
import { saidBy } from '../../../support/schemas';

const TARGET = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'web' };
const environment = eksEnvironment({ minReplicas: 2 });
const web = (scope: Chart) =>
  new WebService(scope, 'web', { image: 'example.com/app:1', port: 8080, rollout: { canary: {} } });

it('has the environment’s number of Pods where nothing scales it', () => {
  expect(at(render(web, environment)['Rollout web'], 'spec', 'replicas')).toBe(2);
});

describe('a Rollout that is scaled leaves its number of Pods out', () => {
  it.each([true, false])('by a HorizontalPodAutoscaler; made after it: %s', (after) => {
    const scale = (scope: Chart, target: WebService | typeof TARGET) =>
      new HorizontalPodAutoscaler(scope, 'scaling', { target, maxReplicas: 4, cpuUtilization: 70 });
    const rendered = render((scope) => {
      if (!after) scale(scope, TARGET);
      const target = web(scope);
      if (after) scale(scope, target);
    }, environment);
    expect(at(rendered['HorizontalPodAutoscaler scaling'], 'spec', 'scaleTargetRef')).toEqual(TARGET);
    expect(at(rendered['Rollout web'], 'spec', 'replicas')).toBeUndefined();
  });

  it('by a ScaledObject', () => {
    const rendered = render((scope) => {
      const triggers = [{ type: 'rabbitmq', metadata: { mode: 'QueueLength', queueName: 'mails', value: '20' } }];
      new ScaledObject(scope, 'scaling', { target: web(scope), maxReplicas: 4, triggers });
    }, environment);
    expect(at(rendered['ScaledObject scaling'], 'spec', 'scaleTargetRef')).toEqual(TARGET);
    expect(at(rendered['Rollout web'], 'spec', 'replicas')).toBeUndefined();
  });
});

it('is measured by a VerticalPodAutoscaler', () => {
  const rendered = render((scope) => {
    new VerticalPodAutoscaler(scope, 'sizes', { target: web(scope) });
  }, environment);
  expect(at(rendered['VerticalPodAutoscaler sizes'], 'spec', 'targetRef')).toEqual(TARGET);
});

describe('a Rollout by hand that states replicas', () => {
  const rollout = {
    apiVersion: TARGET.apiVersion,
    kind: 'Rollout',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { replicas: 3, selector: { matchLabels: { app: 'web' } }, strategy: { canary: {} } },
  };
  it('is told beside a HorizontalPodAutoscaler', () => {
    const scaler = {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { scaleTargetRef: TARGET, maxReplicas: 4 },
    };
    expect(saidBy(validAutoscaler, [rollout, scaler])[0]).toContain('which also states replicas');
  });

  it('is told beside a ScaledObject', () => {
    const scaler = {
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'ScaledObject',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { scaleTargetRef: TARGET, maxReplicaCount: 4, triggers: [{ type: 'cron', metadata: {} }] },
    };
    expect(saidBy(validScaledObject, [rollout, scaler]).join('\n')).toContain('replicas');
  });
});
