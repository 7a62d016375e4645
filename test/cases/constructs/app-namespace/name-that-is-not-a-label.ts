import { AppNamespace } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AppNamespace(chart, 'app', { name: 'Shop_1' });
});
