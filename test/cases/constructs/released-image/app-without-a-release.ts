import { releasedImage } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  releasedImage(chart, 'web');
});
