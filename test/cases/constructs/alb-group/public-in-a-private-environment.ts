import { AlbGroup } from 'cdk8s-eks';
import { privateEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AlbGroup({ name: 'edge', scheme: 'internet-facing', members: ['shop'] }).member(chart, 'shop');
}, privateEnvironment());
