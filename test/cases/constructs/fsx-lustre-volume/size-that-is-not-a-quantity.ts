import { FsxLustreVolume } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new FsxLustreVolume(chart, 'data', { fileSystemId: 'fs-0123456789abcdef0', mountName: 'fsx', size: '1 TB' });
});
