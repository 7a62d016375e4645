import { EbsStorageClass, VolumeClaim } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const storageClass = new EbsStorageClass(chart, 'gp3');
  new VolumeClaim(chart, 'data', { storageClass, size: '10Gi', volumeMode: 'Block', accessMode: 'ReadWriteMany' });
});
