import { releaseFlag } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    releaseFlag(chart, 'newCart');
  },
  eksEnvironment({ release: { apps: { shop: { images: {}, flags: { newCarts: true } } } } }),
);
