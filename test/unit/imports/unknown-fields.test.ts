import { type ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { elbv2, externalSecrets, k8s } from 'cdk8s-eks';
import { render } from '../../support/render';
import { messageOf } from '../../support/thrown';

const left = (at: string, meant: string): string =>
  `test › shop › shop/x: there is no field ${at}: it would be left out in silence. Did you mean "${meant}"?\nfix: write ${meant}, or leave it out.`;
const said = (make: (scope: Chart) => unknown) => messageOf(() => render((scope) => void make(scope)));
const container = { name: 'web', image: 'web:1' };
const deployment = (spec: object, podSpec: object = { containers: [container] }): never =>
  ({
    metadata: { name: 'web' },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web' } }, spec: podSpec },
      ...spec,
    },
  }) as never;

describe('a field that a generated kind does not have', () => {
  it('1.3 a misspelt field of a raw kind is refused, all of them at once', () => {
    const podSpec = { containers: [{ ...container, imagePullPolcy: 'Always' }], hostPID: true };
    expect(said((scope) => new k8s.KubeDeployment(scope, 'x', deployment({ replica: 3 }, podSpec)))).toBe(
      [
        left('spec.template.spec.containers[0].imagePullPolcy', 'imagePullPolicy'),
        left('spec.template.spec.hostPID', 'hostPid'),
        left('spec.replica', 'replicas'),
      ].join('\n\n'),
    );
  });

  it.each<[string, string, string, (scope: Chart) => unknown]>([
    [
      'of the object itself',
      'dta',
      'data',
      (scope) => new k8s.KubeConfigMap(scope, 'x', { metadata: { name: 'x' }, dta: { a: 'b' } } as never),
    ],
    [
      'of its metadata',
      'metadata.anotations',
      'annotations',
      (scope) => new k8s.KubeConfigMap(scope, 'x', { metadata: { name: 'x', anotations: { a: 'b' } } } as never),
    ],
    [
      'of a custom kind',
      'spec.data[0].remoteRef.proprty',
      'property',
      (scope) => {
        const data = [{ secretKey: 'a', remoteRef: { key: 'b', proprty: 'c' } }];
        new externalSecrets.ExternalSecret(scope, 'x', { metadata: { name: 'x' }, spec: { data } } as never);
      },
    ],
    [
      'of a custom kind of AWS',
      'spec.schem',
      'scheme',
      (scope) =>
        new elbv2.IngressClassParams(scope, 'x', { metadata: { name: 'x' }, spec: { schem: 'internal' } } as never),
    ],
    [
      'that a JSON patch adds',
      'spec.template.spec.hostIPC',
      'hostIpc',
      (scope) =>
        new k8s.KubeDeployment(scope, 'x', deployment({})).addJsonPatch(
          JsonPatch.add('/spec/template/spec/hostIPC', true),
        ),
    ],
  ])('1.3 a misspelt field %s is refused', (_what, at, meant, make) => expect(said(make)).toBe(left(at, meant)));

  it('1.3 another kind than that of the class is refused', () => {
    expect(said((scope) => new k8s.KubeConfigMap(scope, 'x', { kind: 'Secret', data: { a: 'b' } } as never))).toBe(
      'test › shop › shop/x: there is no field kind: it would be left out in silence.\nfix: leave it out.',
    );
  });

  it('1.3 outside a run too, with the fix', () => {
    const [web] = [new k8s.KubeDeployment(new Chart(new App(), 'c'), 'x', deployment({ pausd: true }))];
    const fix =
      'fix: leave it out, or use one of: minReadySeconds, paused, progressDeadlineSeconds, replicas, revisionHistoryLimit, selector, strategy, template.';
    const text = `there is no field spec.pausd in a Deployment of apps/v1: it would be left out in silence.\n${fix}`;
    expect(messageOf(() => web?.toJson())).toBe(text);
    expect(messageOf(() => k8s.KubeDeployment.manifest(deployment({ pausd: true })))).toBe(text);
    expect(messageOf(() => k8s.toJson_DeploymentSpec({ pausd: true } as never))).toBe(
      text.replace('spec.pausd in a Deployment of apps/v1', 'pausd in a part of Kubernetes'),
    );
  });
});

describe('a value of another type than a generated kind has', () => {
  const spec = (make: (scope: Chart) => ApiObject) => Object.values(render((scope) => void make(scope)))[0]?.['spec'];

  it('1.3 a number or text in the place of an IntOrString or a Quantity is kept', () => {
    const ports = [{ port: 80, targetPort: 8080 }];
    expect(spec((scope) => new k8s.KubeService(scope, 'x', { spec: { ports } } as never))).toEqual({ ports });
    const hard = { cpu: '2', pods: 10 };
    expect(spec((scope) => new k8s.KubeResourceQuota(scope, 'x', { spec: { hard } } as never))).toEqual({ hard });
  });

  it('1.3 what is not a map or a list is kept, for the check of schemas to name', () => {
    const wrong = { ports: 'http', selector: 'web' };
    expect(spec((scope) => new k8s.KubeService(scope, 'x', { spec: wrong } as never))).toEqual(wrong);
    expect(spec((scope) => new k8s.KubeService(scope, 'x', { spec: 'web' } as never))).toBe('web');
  });
});
