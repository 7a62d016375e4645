import { NlbService, WebService } from 'cdk8s-eks';
import { privateEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const web = new WebService(chart, 'web', { image: 'example.com/web:1', port: 8080 });
  new NlbService(chart, 'edge', { backend: web, scheme: 'internet-facing' });
}, privateEnvironment());
