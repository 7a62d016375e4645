import { PriorityClass } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new PriorityClass(chart, 'web', { value: 2_000_000_000 });
});
