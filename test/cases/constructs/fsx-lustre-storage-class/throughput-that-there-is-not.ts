import { FsxLustreStorageClass } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new FsxLustreStorageClass(chart, 'data', {
    subnetId: 'subnet-0000000000000001a',
    deploymentType: 'PERSISTENT_2',
    perUnitStorageThroughput: 200,
  });
});
