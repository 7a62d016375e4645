import { AdotCollector } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AdotCollector(chart, 'collector', {
    image: 'example.com/collector:1',
    iamRole: 'carts',
    metrics: { cloudWatch: { namespace: 'Shop' } },
    replicas: 2,
    scrape: [{ job: 'carts', targets: ['carts:8080'] }],
  });
});
