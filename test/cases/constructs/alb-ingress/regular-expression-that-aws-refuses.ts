import { AlbIngress } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AlbIngress(chart, 'web', {
    scheme: 'internal',
    useRegexPathMatch: true,
    paths: [
      { path: '/(?!admin).*', pathType: 'ImplementationSpecific', backend: { service: 'web', port: 80 } },
      { path: '/([a-z]++)/\\1', pathType: 'ImplementationSpecific', backend: { service: 'web', port: 80 } },
      { path: '/é[*+]\\++(?:a|b){1,3}$', pathType: 'ImplementationSpecific', backend: { service: 'web', port: 80 } },
    ],
  });
});
