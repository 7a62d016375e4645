import { AlbIngressClass } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AlbIngressClass(chart, 'web', { overrides: { params: {} } });
});
