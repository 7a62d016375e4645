import { EfsStorageClass } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new EfsStorageClass(chart, 'efs', { fileSystem: 'shared', service: 's3files', reuseAccessPoint: true });
});
