import { releasedImage } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    releasedImage(chart, 'wbe');
  },
  eksEnvironment({
    release: { apps: { shop: { images: { web: { repository: 'example.com/web', tag: '1.0' } }, flags: {} } } },
  }),
);
