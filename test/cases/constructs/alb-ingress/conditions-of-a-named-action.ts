import { AlbIngress } from 'cdk8s-eks';

import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AlbIngress(chart, 'web', {
    scheme: 'internal',
    paths: [{ backend: { service: 'login', port: 'use-annotation' }, conditions: { methods: ['GET'] } }],
    annotations: { 'actions.login': '{"type":"redirect","redirectConfig":{"statusCode":"HTTP_302","path":"/login"}}' },
  });
});
