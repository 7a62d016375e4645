import { AlbIngress, type AlbIngressProps, WebService } from 'cdk8s-eks';
import { SILENCE_METADATA } from '../../../../src/model/environment-context';
import { at } from '../../../../src/model/json';
import { render } from '../../../support/render';
import { messageOf } from '../../../support/thrown';

it('1.8 allows plain HTTP to the internet where the Ingress says why', () => {
  let metadata: unknown;
  const build = (plainHttp: string) =>
    render((scope) => {
      const backend = { service: 'web', port: 80 };
      const ingress = new AlbIngress(scope, 'web', { scheme: 'internet-facing', backend, plainHttp });
      metadata = ingress.node.metadata.map(({ type, data }) => [type, data]);
    });
  build('a page of status codes, without logins');
  expect(metadata).toEqual([
    [SILENCE_METADATA, { rule: 'eks/require-certificate', reason: 'a page of status codes, without logins' }],
  ]);
  expect(messageOf(() => build(''))).toContain('silencing eks/require-certificate needs a reason.');
});

describe('7.12 a path whose action is carried out by the load balancer', () => {
  const action = (text: string): Partial<AlbIngressProps> => ({
    annotations: { 'alb.ingress.kubernetes.io/actions.sorry': text },
  });
  const healthPathWith = (text: string) =>
    at(
      render((scope) => {
        const web = new WebService(scope, 'web', { image: 'a/b:1', port: 8080, readiness: { http: '/ready' } });
        const paths = [
          { path: '/', backend: web },
          { path: '/sorry', pathType: 'Exact', backend: { service: 'sorry', port: 'use-annotation' } },
        ] as const;
        new AlbIngress(scope, 'ingress', { scheme: 'internal', paths, ...action(text) });
      })['Ingress ingress'],
      'metadata',
      'annotations',
      'alb.ingress.kubernetes.io/healthcheck-path',
    );

  it('7.12 has no health check, and leaves that of its neighbours alone', () => {
    const fixed = { contentType: 'text/plain', statusCode: '503' };
    expect(healthPathWith(JSON.stringify({ type: 'fixed-response', fixedResponseConfig: fixed }))).toBe('/ready');
    const redirect = { path: '/', statusCode: 'HTTP_302' };
    expect(healthPathWith(JSON.stringify({ type: 'redirect', redirectConfig: redirect }))).toBe('/ready');
  });

  it('7.12 is asked for its health where it forwards', () => {
    const forward = { targetGroups: [{ serviceName: 'other', servicePort: 80, weight: 1 }] };
    expect(messageOf(() => healthPathWith(JSON.stringify({ type: 'forward', forwardConfig: forward })))).toContain(
      'the backends are healthy at different paths',
    );
  });
});

describe('3.2 a path whose weights a Rollout writes', () => {
  const annotationsWith = (annotations: Readonly<Record<string, string>>) =>
    at(
      render((scope) => {
        const backend = { service: 'web-stable', port: 'use-annotation' };
        new AlbIngress(scope, 'web', { scheme: 'internal', backend, annotations });
      })['Ingress web'],
      'metadata',
      'annotations',
    );
  const action = 'alb.ingress.kubernetes.io/actions.web-stable';

  it('3.2 needs no action in Git, and keeps one that it starts with', () => {
    expect(annotationsWith({})).not.toHaveProperty([action]);
    const start =
      '{"Type":"forward","ForwardConfig":{"TargetGroups":[{"ServiceName":"web-canary","ServicePort":"80","Weight":0},{"ServiceName":"web-stable","ServicePort":"80","Weight":100}]}}';
    expect(annotationsWith({ [action]: start })).toHaveProperty([action], start);
  });
});
