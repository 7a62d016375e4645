import { EbsStorageClass } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new EbsStorageClass(chart, 'gp3', { zones: ['eu-west-1a', 'eu-west-1c'] });
});
