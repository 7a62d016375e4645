import { EbsStorageClass } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new EbsStorageClass(chart, 'gp3', { kmsKey: 'ebs' });
  },
  eksEnvironment({ storage: { efsFileSystems: {}, kmsKeys: {} } }),
);
