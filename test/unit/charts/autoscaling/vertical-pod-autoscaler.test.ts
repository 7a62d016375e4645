import type { Chart } from 'cdk8s';
import { Size } from 'cdk8s';
import { ScheduledJob, StatefulService, VerticalPodAutoscaler, WebService } from 'cdk8s-eks';
import { Cpu, Deployment } from 'cdk8s-plus-28';
import { at } from '../../../../src/model/json';
import { render } from '../../../support/render';

const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' };
const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };

function targetOf(make: (chart: Chart) => ConstructorParameters<typeof VerticalPodAutoscaler>[2]['target']) {
  const rendered = render((chart) => {
    new VerticalPodAutoscaler(chart, 'size', { target: make(chart) });
  });
  return at(rendered['VerticalPodAutoscaler size'], 'spec', 'targetRef');
}

describe('VerticalPodAutoscaler', () => {
  it('recommends and changes nothing, unless a mode says so', () => {
    expect(render((chart) => new VerticalPodAutoscaler(chart, 'size', { target }))).toEqual({
      'VerticalPodAutoscaler size': {
        apiVersion: 'autoscaling.k8s.io/v1',
        kind: 'VerticalPodAutoscaler',
        metadata: { name: 'size', namespace: 'shop', labels },
        spec: { targetRef: target, updatePolicy: { updateMode: 'Off' } },
      },
    });
  });

  it('says all that can be said, and takes amounts of cdk8s', () => {
    const rendered = render((chart) => {
      new VerticalPodAutoscaler(chart, 'size', {
        name: 'web',
        labels: { team: 'a' },
        annotations: { note: 'b' },
        target,
        mode: 'InPlaceOrRecreate',
        minReplicas: 1,
        evictionRequirements: [{ resources: ['memory'], changeRequirement: 'TargetHigherThanRequests' }],
        containers: {
          web: {
            minAllowed: { cpu: Cpu.millis(250), memory: Size.mebibytes(256) },
            maxAllowed: { memory: '2Gi' },
            controlledResources: ['memory'],
            controlledValues: 'RequestsOnly',
          },
          '*': { mode: 'Off' },
        },
        recommender: 'frugal',
        overrides: { verticalPodAutoscaler: { spec: { startupBoost: { cpu: { type: 'Factor', factor: 2 } } } } },
      });
    });
    expect(rendered['VerticalPodAutoscaler web']).toEqual({
      apiVersion: 'autoscaling.k8s.io/v1',
      kind: 'VerticalPodAutoscaler',
      metadata: { name: 'web', namespace: 'shop', labels: { ...labels, team: 'a' }, annotations: { note: 'b' } },
      spec: {
        targetRef: target,
        updatePolicy: {
          updateMode: 'InPlaceOrRecreate',
          minReplicas: 1,
          evictionRequirements: [{ resources: ['memory'], changeRequirement: 'TargetHigherThanRequests' }],
        },
        resourcePolicy: {
          containerPolicies: [
            {
              containerName: 'web',
              controlledResources: ['memory'],
              controlledValues: 'RequestsOnly',
              minAllowed: { cpu: '250m', memory: '256Mi' },
              maxAllowed: { memory: '2Gi' },
            },
            { containerName: '*', mode: 'Off' },
          ],
        },
        recommenders: [{ name: 'frugal' }],
        startupBoost: { cpu: { type: 'Factor', factor: 2 } },
      },
    });
  });

  it('takes workloads of ours and of cdk8s-plus by value', () => {
    expect(targetOf((chart) => new WebService(chart, 'web', { image: 'a:1', port: 8080 }))).toEqual(target);
    const ports = [{ name: 'db', containerPort: 5432 }];
    expect(targetOf((chart) => new StatefulService(chart, 'db', { image: 'a:1', ports }))).toEqual({
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      name: 'db',
    });
    expect(targetOf((chart) => new ScheduledJob(chart, 'tidy', { image: 'a:1', schedule: '@daily' }))).toEqual({
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      name: 'tidy',
    });
    const metadata = { name: 'plus' };
    expect(targetOf((chart) => new Deployment(chart, 'plus', { metadata, containers: [{ image: 'a:1' }] }))).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: 'plus',
    });
  });
});
