import { ResourceFlavor } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ResourceFlavor(chart, 'odd', { nodeLabels: { 'a b': 'x', c: 'x y' } });
});
