import { AlbGroup, AlbIngress } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

const edge = new AlbGroup({ scheme: 'internal', name: 'Edge', members: ['shop'] });

export default mistake((chart) => {
  new AlbIngress(chart, 'web', { ...edge.member(chart, 'shop'), backend: { service: 'web', port: 80 } });
});
