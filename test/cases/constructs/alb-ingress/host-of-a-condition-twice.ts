import { AlbIngress } from 'cdk8s-eks';

import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AlbIngress(chart, 'web', {
    scheme: 'internal',
    host: 'shop.example.com',
    tls: false,
    paths: [{ backend: { service: 'web', port: 80 }, conditions: { hosts: ['shop.example.com', 'www.example.com'] } }],
  });
});
