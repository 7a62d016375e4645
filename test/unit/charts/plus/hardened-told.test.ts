import { ApiObject, App, Chart, Duration, JsonPatch } from 'cdk8s';
import { Environment, type HardenedProps, hardened, override } from 'cdk8s-eks';
import { at, listAt } from '../../../../src/model/json';
import { eksEnvironment } from '../../../support/environment';
import { container, containers, image, LIBRARIES, labels, pod, selector } from '../../../support/hardened';
import { render } from '../../../support/render';

describe.each(LIBRARIES)('what a hardened workload was told of %s', (_version, library) => {
  it('what cdk8s-plus was told stays', () => {
    const said = {
      metadata: { name: 'shop-front', labels: { team: 'web' } },
      podMetadata: { labels: { tier: 'front', 'app.kubernetes.io/part-of': 'platform' } },
      replicas: 5,
      strategy: library.DeploymentStrategy.recreate(),
      spread: true,
      automountServiceAccountToken: true,
      terminationGracePeriod: Duration.seconds(5),
      securityContext: { user: 1000, fsGroup: 2000 },
      containers: [
        {
          image,
          portNumber: 8080,
          readiness: library.Probe.fromHttpGet('/ready'),
          lifecycle: { preStop: library.Handler.fromCommand(['sync']) },
          securityContext: { readOnlyRootFilesystem: false, user: 1001 },
        },
      ],
    };
    const objects = render((scope) => void hardened(new library.Deployment(scope, 'web', said)));
    const made = objects['Deployment shop-front'];
    expect(at(made, 'metadata', 'labels')).toEqual({
      ...labels,
      'app.kubernetes.io/name': 'shop-front',
      team: 'web',
    });
    const selected = { 'app.kubernetes.io/name': 'shop-front', 'app.kubernetes.io/part-of': 'platform' };
    expect(at(made, 'spec', 'selector')).toEqual({ matchLabels: selected });
    expect(at(made, 'spec', 'template', 'metadata', 'labels')).toEqual({ ...selected, tier: 'front' });
    expect([at(made, 'spec', 'replicas'), at(made, 'spec', 'strategy')]).toEqual([5, { type: 'Recreate' }]);
    const spec = at(made, 'spec', 'template', 'spec');
    expect(at(spec, 'topologySpreadConstraints')).toBeUndefined();
    expect(at(spec, 'automountServiceAccountToken')).toBe(true);
    expect(at(spec, 'securityContext')).toEqual({
      ...pod.securityContext,
      runAsUser: 1000,
      runAsGroup: 1000,
      fsGroup: 2000,
    });
    expect(at(spec, 'containers', 0, 'lifecycle')).toEqual({ preStop: { exec: { command: ['sync'] } } });
    expect(at(spec, 'containers', 0, 'readinessProbe', 'httpGet', 'path')).toBe('/ready');
    expect(at(spec, 'containers', 0, 'securityContext')).toEqual({
      ...container.securityContext,
      readOnlyRootFilesystem: false,
      runAsUser: 1001,
    });
  });

  it('twice is the same as once, and adds what is said the second time', () => {
    const once = render((scope) => void hardened(new library.Deployment(scope, 'web', { containers })));
    const twice = render((scope) => void hardened(hardened(new library.Deployment(scope, 'web', { containers }))));
    expect(twice).toEqual(once);
    const more = render((scope) => {
      const web = hardened(new library.Deployment(scope, 'web', { containers }), { preStopSeconds: 0 });
      hardened(web, { disruptionBudget: false, revisionHistoryLimit: 1 });
    });
    expect(Object.keys(more)).toEqual(['Deployment web']);
    expect(at(more['Deployment web'], 'spec', 'revisionHistoryLimit')).toBe(1);
    expect(at(more['Deployment web'], 'spec', 'template', 'spec', 'containers', 0, 'lifecycle')).toBeUndefined();
  });

  it('its own autoscaler sets the replicas, which are spread', () => {
    const objects = render((scope) => {
      const web = hardened(new library.Deployment(scope, 'web', { containers: [{ image, portNumber: 8080 }] }));
      new library.HorizontalPodAutoscaler(scope, 'scale', { metadata: { name: 'web' }, target: web, maxReplicas: 5 });
    });
    expect(at(objects['HorizontalPodAutoscaler web'], 'spec', 'scaleTargetRef', 'name')).toBe('web');
    expect(at(objects['Deployment web'], 'spec', 'replicas')).toBeUndefined();
    expect(at(objects['Deployment web'], 'spec', 'template', 'spec', 'topologySpreadConstraints')).toHaveLength(2);
  });

  it('Pods that reach their node say why, and keep what they ask for', () => {
    const objects = render((scope) => {
      const agent = new library.DaemonSet(scope, 'web', { containers, hostNetwork: true });
      agent.addVolume(library.Volume.fromHostPath(scope, 'logs', 'logs', { path: '/var/log' }));
      hardened(agent, { host: { reason: 'It reads the logs of its node.' } });
    });
    const spec = at(objects['DaemonSet web'], 'spec', 'template', 'spec');
    expect([at(spec, 'hostNetwork'), at(spec, 'volumes', 0, 'hostPath', 'path')]).toEqual([true, '/var/log']);
    expect(at(spec, 'securityContext')).toEqual({
      fsGroupChangePolicy: 'Always',
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(at(spec, 'containers', 0, 'securityContext', 'capabilities')).toBeUndefined();
  });

  it('Pods on Fargate are not spread, and what is asked for is', () => {
    const compute = {
      ...eksEnvironment().compute,
      fargateProfiles: [{ name: 'shop', selectors: [{ namespace: 'shop', labels: {} }] }],
    };
    const spreadOn = (props: HardenedProps) => {
      const objects = render(
        (scope) => void hardened(new library.Deployment(scope, 'web', { containers }), props),
        eksEnvironment({ compute }),
      );
      return listAt(objects['Deployment web'], 'spec', 'template', 'spec', 'topologySpreadConstraints').length;
    };
    expect([spreadOn({}), spreadOn({ spread: true })]).toEqual([0, 2]);
  });

  it('init containers and sidecars are secured too, and asked nothing', () => {
    const objects = render((scope) => {
      const web = new library.Deployment(scope, 'web', { containers, initContainers: [{ image, name: 'first' }] });
      web.addContainer({ image, name: 'second', portNumber: 9090 });
      hardened(web);
      web.addContainer({ image, name: 'third' });
    });
    const spec = at(objects['Deployment web'], 'spec', 'template', 'spec');
    const all = [...listAt(spec, 'containers'), ...listAt(spec, 'initContainers')];
    expect(all.map((one) => at(one, 'name'))).toEqual(['main', 'second', 'third', 'first']);
    expect(all.map((one) => at(one, 'securityContext'))).toEqual(all.map(() => container.securityContext));
    expect(all.map((one) => at(one, 'readinessProbe') !== undefined)).toEqual([true, false, false, false]);
    expect(all.map((one) => at(one, 'lifecycle') !== undefined)).toEqual([true, false, false, false]);
  });

  it('in a cdk8s App of one’s own, where names have hashes', () => {
    const chart = new Chart(new App(), 'shop', { namespace: 'shop' });
    Environment.provide(chart, eksEnvironment());
    const web = new library.StatefulSet(chart, 'web', { containers });
    expect(web.name).toMatch(/^shop-web-[0-9a-z]{8}$/);
    hardened(web);
    const objects: readonly unknown[] = chart.toJson();
    expect(web.name).toBe('web');
    expect(objects.map((object) => [at(object, 'kind'), at(object, 'metadata', 'name')])).toEqual([
      ['Service', 'web'],
      ['StatefulSet', 'web'],
    ]);
    expect(objects.map((object) => at(object, 'spec', 'selector'))).toEqual([selector, { matchLabels: selector }]);
  });

  it('any field can be changed afterwards', () => {
    const objects = render((scope) => {
      const web = hardened(new library.Deployment(scope, 'web', { containers }));
      override(ApiObject.of(web), { spec: { paused: true } });
      ApiObject.of(web).addJsonPatch(JsonPatch.add('/spec/template/spec/hostUsers', false));
    });
    expect(at(objects['Deployment web'], 'spec', 'paused')).toBe(true);
    expect(at(objects['Deployment web'], 'spec', 'template', 'spec', 'hostUsers')).toBe(false);
  });
});
