import { S3Volume } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  // @ts-expect-error the compiler says it first
  new S3Volume(chart, 'data', { bucket: 'reports', mountpointResources: { memory: '1 GB' } });
});
