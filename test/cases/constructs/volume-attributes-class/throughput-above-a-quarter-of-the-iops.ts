import { VolumeAttributesClass } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new VolumeAttributesClass(chart, 'a', { type: 'gp3', iops: 3000, throughput: 1000 });
});
