import { WebService } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    const web = new WebService(chart, 'web', { image: 'example.com/web:1.0', port: 8080 });
    web.mayRead({ pods: 'all' });
  },
  eksEnvironment(),
  null,
);
