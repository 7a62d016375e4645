import { AlbIngress, type AlbIngressProps, WebService } from 'cdk8s-eks';
import { at, mapAt } from '../../../../src/model/json';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';
import type { Loose } from '../../../support/loose';
import { render, type TestEnvironment } from '../../../support/render';
import { messageOf } from '../../../support/thrown';

const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' };
const backend = { service: 'web', port: 80 };
const local = kubernetesEnvironment();
const auto = eksEnvironment({ compute: { ...eksEnvironment().compute, autoMode: true } });

describe('AlbIngress', () => {
  const ingress = (props: Loose<AlbIngressProps>, environment?: TestEnvironment) =>
    render(
      (scope) => new AlbIngress(scope, 'web', { scheme: 'internal', backend, ...props } as AlbIngressProps),
      environment,
    )['Ingress web'];

  it('redirects to HTTPS with the environment’s certificate, targets Pods, and asks the readiness path', () => {
    const objects = render((scope) => {
      const web = new WebService(scope, 'web', {
        image: 'a.example.com/b:1',
        port: 8080,
        readiness: { http: '/ready' },
      });
      new AlbIngress(scope, 'ingress', { name: 'web', host: 'shop', scheme: 'internet-facing', backend: web });
    });
    expect(objects['Ingress web']).toEqual({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: {
        name: 'web',
        namespace: 'shop',
        labels,
        annotations: {
          'alb.ingress.kubernetes.io/certificate-arn':
            'arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555',
          'alb.ingress.kubernetes.io/healthcheck-path': '/ready',
          'alb.ingress.kubernetes.io/listen-ports': '[{"HTTP":80},{"HTTPS":443}]',
          'alb.ingress.kubernetes.io/scheme': 'internet-facing',
          'alb.ingress.kubernetes.io/ssl-policy': 'ELBSecurityPolicy-TLS13-1-2-2021-06',
          'alb.ingress.kubernetes.io/ssl-redirect': '443',
          'alb.ingress.kubernetes.io/target-type': 'ip',
        },
      },
      spec: {
        ingressClassName: 'alb',
        rules: [
          {
            host: 'shop.test.example.com',
            http: {
              paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 80 } } } }],
            },
          },
        ],
      },
    });
  });

  it('is an Ingress of the environment’s class without annotations on a plain cluster', () => {
    const made = ingress({ host: 'shop', group: { name: 'g' } }, local);
    expect(at(made, 'metadata', 'annotations')).toBeUndefined();
    expect([at(made, 'spec', 'ingressClassName'), at(made, 'spec', 'rules', 0, 'host')]).toEqual([
      'nginx',
      'shop.localtest.example.com',
    ]);
  });

  it('writes maps with commas escaped and keys sorted', () => {
    const annotations = mapAt(ingress({ tags: { b: 'x,y', a: '1' } }), 'metadata', 'annotations');
    expect(annotations['alb.ingress.kubernetes.io/tags']).toBe('a=1,b=x\\,y');
  });

  it.each<[string, Loose<AlbIngressProps>, string, TestEnvironment?]>([
    [
      'a host no certificate covers',
      { host: 'shop.elsewhere.example.org' },
      'no certificate of environment test covers shop.elsewhere.example.org; the controller would stop at "no certificate found" for the whole load balancer.\nfix: declare one under `certificates` in environment.yaml, give certificateArns, or set tls: false.',
    ],
    [
      'an unknown annotation',
      { annotations: { 'target-typ': 'ip' } },
      'the load balancer controller knows no annotation "target-typ" and would ignore it without a word. Did you mean "target-type"?\nfix: correct or remove it.',
    ],
    [
      'a wildcard in a prefix',
      { backend: undefined, paths: [{ path: '/a*', backend }] },
      'path "/a*" holds a wildcard, which Prefix does not allow; the controller would stop for the whole group.\nfix: use pathType ImplementationSpecific.',
    ],
    [
      'a group order out of range',
      { group: { name: 'shop', order: 2000 } },
      'group order 2000 is outside −1000 to 1000.\nfix: choose one inside.',
    ],
    [
      'a long name',
      { loadBalancerName: 'x'.repeat(33) },
      `loadBalancerName "${'x'.repeat(33)}" is no name for a load balancer.\nfix: use at most 32 letters, digits and inner hyphens.`,
    ],
    ['no backend', { backend: undefined }, 'there is neither backend nor paths.\nfix: say where requests go.'],
    [
      'a group annotation on Auto Mode',
      { group: { name: 'shop' } },
      'EKS Auto Mode does not read group.name.\nfix: set it in the IngressClassParams of the class.',
      auto,
    ],
  ])('refuses %s', (_what, props, message, ...[environment]) => {
    expect(messageOf(() => ingress(props, environment))).toBe(`test › shop › shop/web: ${message}`);
  });
});
