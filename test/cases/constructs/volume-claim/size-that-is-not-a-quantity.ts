import { VolumeClaim } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  // @ts-expect-error the compiler says it first
  new VolumeClaim(chart, 'data', { storageClass: 'gp3', size: '10 GB' });
});
