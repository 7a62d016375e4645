import type { Chart } from 'cdk8s';
import { Gateway } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { gateways, lbc } from '../../../support/gateways';
import { render } from '../../../support/render';

const edge = (chart: Chart) => new Gateway(chart, 'edge', { routesFrom: 'All' });

it('renders a Gateway of VPC Lattice without a route that redirects, which its rules cannot do', () => {
  const objects = render(edge, gateways('vpc-lattice'));
  expect(Object.keys(objects)).toEqual(['Gateway edge']);
  expect(at(objects['Gateway edge'], 'spec', 'listeners', 1, 'protocol')).toBe('HTTPS');
});

it('renders the route elsewhere', () => {
  expect(Object.keys(render(edge, lbc))).toContain('HTTPRoute edge-redirect');
});
