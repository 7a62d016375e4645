import { PriorityClass } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new PriorityClass(chart, 'system-batch', { value: 1 });
});
