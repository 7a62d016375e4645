import { silence } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  silence(chart, 'k8s/valid-schema', ' ');
});
