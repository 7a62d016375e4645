import { NodeAgent } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new NodeAgent(chart, 'web', { image: 'a/b:1', serviceAccount: { name: 'web' }, overrides: { serviceAccount: {} } });
});
