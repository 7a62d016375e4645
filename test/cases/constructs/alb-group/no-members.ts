import { AlbGroup } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

const edge = new AlbGroup({ scheme: 'internal', name: 'edge', members: [] });

export default mistake((chart) => {
  edge.ingressClass(chart);
});
