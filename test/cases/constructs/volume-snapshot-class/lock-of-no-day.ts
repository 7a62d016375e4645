import { VolumeSnapshotClass } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new VolumeSnapshotClass(chart, 'a', { lock: { mode: 'governance', durationDays: 0 } });
});
