import { AlbIngress, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const image = 'example.com/app:1';
  const web = new WebService(chart, 'web', { image, port: 8080, readiness: { http: '/healthz' } });
  const cart = new WebService(chart, 'cart', { image, port: 8080, readiness: { http: '/ready' } });
  new AlbIngress(chart, 'shop', { scheme: 'internal', paths: [{ backend: web }, { path: '/cart', backend: cart }] });
});
