import { EbsStorageClass } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new EbsStorageClass(chart, 'gp3', { fsType: 'xfs', format: { numberOfInodes: 1000 } });
});
