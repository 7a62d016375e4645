import { Cron } from 'cdk8s';
import { hardened } from 'cdk8s-eks';
import { at, type JsonObject } from '../../../../src/model/json';
import { container, containers, LIBRARIES, metadata, pod, selector, served, spread } from '../../../support/hardened';
import { render } from '../../../support/render';

describe.each(LIBRARIES)('a hardened workload of %s', (version, library) => {
  /** What a newer cdk8s-plus writes beside it, as Kubernetes has it anyway. */
  const newer = version === 'cdk8s-plus-28' ? {} : { shareProcessNamespace: false };
  const template = (main: JsonObject, more: JsonObject = {}) => ({
    metadata: { labels: selector },
    spec: { ...pod, ...newer, restartPolicy: 'Always', ...more, containers: [main] },
  });

  it('a Deployment has name, labels, selector, security, spread and budget of ours', () => {
    const objects = render((scope) => void hardened(new library.Deployment(scope, 'web', { containers })));
    expect(objects).toEqual({
      'Deployment web': {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata,
        spec: {
          replicas: 2,
          minReadySeconds: 0,
          progressDeadlineSeconds: 600,
          revisionHistoryLimit: 3,
          strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } },
          selector: { matchLabels: selector },
          template: template(served, { topologySpreadConstraints: spread('pod-template-hash') }),
        },
      },
      'PodDisruptionBudget web': {
        apiVersion: 'policy/v1',
        kind: 'PodDisruptionBudget',
        metadata,
        spec: { maxUnavailable: 1, selector: { matchLabels: selector }, unhealthyPodEvictionPolicy: 'AlwaysAllow' },
      },
    });
  });

  it('a StatefulSet too, with the Service that it makes', () => {
    const objects = render((scope) => {
      hardened(new library.StatefulSet(scope, 'web', { containers, replicas: 3 }));
    });
    expect(Object.keys(objects).sort()).toEqual(['PodDisruptionBudget web', 'Service web', 'StatefulSet web']);
    expect(at(objects['Service web'], 'spec', 'selector')).toEqual(selector);
    expect(objects['StatefulSet web']?.['spec']).toEqual({
      replicas: 3,
      minReadySeconds: 0,
      podManagementPolicy: 'OrderedReady',
      revisionHistoryLimit: 3,
      serviceName: 'web',
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
      selector: { matchLabels: selector },
      template: template(container, { topologySpreadConstraints: spread('controller-revision-hash') }),
    });
  });

  it('a DaemonSet is not spread', () => {
    const objects = render((scope) => void hardened(new library.DaemonSet(scope, 'web', { containers })));
    expect(objects['DaemonSet web']).toEqual({
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata,
      spec: {
        minReadySeconds: 0,
        revisionHistoryLimit: 3,
        selector: { matchLabels: selector },
        template: template(container),
      },
    });
  });

  it('a Job and a CronJob have no selector', () => {
    const objects = render((scope) => {
      hardened(new library.Job(scope, 'web', { containers }));
      hardened(new library.CronJob(scope, 'nightly', { containers, schedule: Cron.daily() }), { name: 'web' });
    });
    expect(objects['Job web']).toEqual({
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata,
      spec: { template: template(container, { restartPolicy: 'Never' }) },
    });
    expect(at(objects['CronJob web'], 'spec', 'jobTemplate', 'spec')).toEqual({
      template: template(container, { restartPolicy: 'Never' }),
    });
    expect(at(objects['CronJob web'], 'metadata')).toEqual(metadata);
  });
});
