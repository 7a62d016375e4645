import { AlbIngress } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AlbIngress(chart, 'web', {
    scheme: 'internal',
    paths: [
      { path: '/café', backend: { service: 'web', port: 80 } },
      { path: '/100%', backend: { service: 'web', port: 80 } },
      { path: '/a b=(c)', pathType: 'ImplementationSpecific', backend: { service: 'web', port: 80 } },
      { path: '/_-.$~"\'@:+;&/A9', pathType: 'Exact', backend: { service: 'web', port: 80 } },
      { path: `/${'a'.repeat(126)}`, backend: { service: 'web', port: 80 } },
    ],
  });
});
