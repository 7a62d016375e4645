import { AlbIngress } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AlbIngress(chart, 'web', {
    scheme: 'internal',
    paths: [{ backend: { service: 'web', port: 80 }, conditions: { paths: ['/a%20b', '/ok/*'] } }],
  });
});
