import { AdotCollector } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AdotCollector(chart, 'collector', {
    image: 'example.com/collector:1',
    iamRole: 'carts',
    metrics: { cloudWatch: { namespace: 'Shop' } },
    scrape: [
      // @ts-expect-error the compiler says it first
      { job: 'carts', targets: ['http://carts:8080/metrics'], interval: '30 seconds' },
      { job: 'nobody', targets: [] },
    ],
  });
});
