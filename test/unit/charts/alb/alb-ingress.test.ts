import { AlbIngress, type AlbIngressProps, WebService } from 'cdk8s-eks';
import { at, mapAt } from '../../../../src/model/json';
import { kubernetesEnvironment } from '../../../support/environment';
import { render, type TestEnvironment } from '../../../support/render';

const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' };
const backend = { service: 'web', port: 80 };
const local = kubernetesEnvironment();

describe('AlbIngress', () => {
  const ingress = (props: Partial<AlbIngressProps>, environment?: TestEnvironment) =>
    render((scope) => new AlbIngress(scope, 'web', { scheme: 'internal', backend, ...props }), environment)[
      'Ingress web'
    ];

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
});
