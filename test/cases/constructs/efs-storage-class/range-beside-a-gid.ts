import { EfsStorageClass } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new EfsStorageClass(chart, 'efs', { fileSystem: 'shared', uid: 1000, gid: 1000, gidRange: { start: 1, end: 2 } });
});
