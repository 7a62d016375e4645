import { FsxLustreVolume } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  // @ts-expect-error the compiler says it first
  new FsxLustreVolume(chart, 'data', { fileSystemId: 'fs-0123456789abcdef0', mountName: 'fsx', size: '1 TB' });
});
