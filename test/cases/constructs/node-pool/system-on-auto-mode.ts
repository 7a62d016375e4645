import { NodePool } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';
import { autoMode } from '../../../support/node-makers';

export default mistake((chart) => {
  new NodePool(chart, 'general', { requirements: { labels: { 'kubernetes.io/os': ['linux'] } } });
}, autoMode);
