import { EfsStorageClass, VolumeClaim } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const storageClass = new EfsStorageClass(chart, 'efs', { fileSystem: 'shared' });
  new VolumeClaim(chart, 'data', { storageClass, size: '10Gi', volumeMode: 'Block' });
});
