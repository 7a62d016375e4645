import { AlbIngress } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const action = { redirect: { host: 'x.example.com' }, fixedResponse: { statusCode: 403 } };
  new AlbIngress(chart, 'app', { host: 'shop', scheme: 'internal', paths: [{ path: '/a', action }] });
});
