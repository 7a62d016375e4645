import { EbsStorageClass } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new EbsStorageClass(chart, 'gp3', { format: { ext4ClusterSize: 65536 } });
});
