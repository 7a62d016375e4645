import { VolumeAttributesClass } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new VolumeAttributesClass(chart, 'a', { tags: { team: 'a' }, removedTags: ['team'] });
});
