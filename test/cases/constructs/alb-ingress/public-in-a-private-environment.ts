import { AlbIngress, WebService } from 'cdk8s-eks';
import { privateEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const web = new WebService(chart, 'web', { image: 'example.com/web:1', port: 8080 });
  new AlbIngress(chart, 'shop', {
    host: 'shop',
    scheme: 'internet-facing',
    tls: false,
    backend: web,
    frontendNlb: { scheme: 'internet-facing' },
  });
}, privateEnvironment());
