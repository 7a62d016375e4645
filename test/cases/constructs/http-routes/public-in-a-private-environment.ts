import { HttpRoutes, WebService } from 'cdk8s-eks';
import { privateEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const web = new WebService(chart, 'web', { image: 'example.com/web:1', port: 8080 });
  new HttpRoutes(chart, 'shop', { hosts: ['shop'], scheme: 'internet-facing', rules: [{ backends: web }] });
}, privateEnvironment());
