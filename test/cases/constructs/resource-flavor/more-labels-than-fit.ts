import { ResourceFlavor } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ResourceFlavor(chart, 'many', { nodeLabels: Object.fromEntries([...'abcdefghi'].map((key) => [key, 'x'])) });
});
