import { VolumeSnapshot } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new VolumeSnapshot(chart, 'a', {});
});
