import { NodePool } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new NodePool(chart, 'general', { weight: 1 });
});
