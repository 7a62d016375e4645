import { EfsVolume } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new EfsVolume(chart, 'data', { fileSystem: 'shard' });
});
