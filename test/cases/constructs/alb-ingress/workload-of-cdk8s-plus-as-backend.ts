import { AlbIngress } from 'cdk8s-eks';
import { Deployment } from 'cdk8s-plus-28';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const web = new Deployment(chart, 'web', { containers: [{ image: 'example.com/web:1', portNumber: 8080 }] });
  new AlbIngress(chart, 'ingress', { scheme: 'internal', backend: web as never });
});
