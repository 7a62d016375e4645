import { AlbIngress } from 'cdk8s-eks';

import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AlbIngress(chart, 'web', {
    scheme: 'internal',
    paths: [
      {
        path: '/cart',
        backend: { service: 'web', port: 80 },
        conditions: { query: [{ value: '1' }, { value: '2' }, { value: '3' }, { value: '4' }] },
      },
    ],
  });
});
