import { PrometheusRule } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new PrometheusRule(chart, 'web', {
    groups: [
      { name: 'a', rules: [] },
      { name: 'a', rules: [] },
    ],
  });
});
