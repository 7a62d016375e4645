import { VolumeClaim } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new VolumeClaim(chart, 'data', {
    storageClass: 'gp3',
    size: '10Gi',
    restoreFrom: 'nightly',
    dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'other' },
  });
});
