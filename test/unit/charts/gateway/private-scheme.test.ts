import { HttpRoutes } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { privateEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';

it('makes the load balancer of routes internal in a private environment, where they do not say what it is', () => {
  const objects = render(
    (chart) => new HttpRoutes(chart, 'shop', { hosts: ['shop'], rules: [{ backends: { service: 'web', port: 80 } }] }),
    privateEnvironment(),
  );
  const scheme = ['metadata', 'annotations', 'alb.ingress.kubernetes.io/scheme'];
  expect(at(objects['Ingress shop'], ...scheme)).toBe('internal');
});
