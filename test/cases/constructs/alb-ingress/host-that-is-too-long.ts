import { AlbIngress } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AlbIngress(chart, 'web', {
    scheme: 'internal',
    tls: false,
    host: `${'a'.repeat(60)}.${'b'.repeat(60)}.example.com`,
    backend: { service: 'web', port: 80 },
  });
});
