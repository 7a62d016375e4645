import { HttpRoutes, inNamespace, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const web = new WebService(inNamespace(chart, 'catalog'), 'web', { image: 'example.com/web:1', port: 8080 });
  new HttpRoutes(chart, 'shop', { scheme: 'internal', rules: [{ backends: web }] });
});
