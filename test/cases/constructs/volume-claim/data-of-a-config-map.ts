import { ConfigFiles, VolumeClaim } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const restoreFrom = new ConfigFiles(chart, 'files', { data: { a: 'b' } });
  new VolumeClaim(chart, 'data', { storageClass: 'gp3', size: '10Gi', restoreFrom });
});
