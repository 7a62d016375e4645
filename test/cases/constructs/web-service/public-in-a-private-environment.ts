import { WebService } from 'cdk8s-eks';
import { privateEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new WebService(chart, 'web', {
    image: 'example.com/web:1',
    port: 8080,
    expose: { nlb: { scheme: 'internet-facing' } },
  });
}, privateEnvironment());
