import { EbsStorageClass } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new EbsStorageClass(chart, 'gp9', { type: 'gp9' as never });
});
