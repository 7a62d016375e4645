import { VolumeAttributesClass } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new VolumeAttributesClass(chart, 'a', { iops: 4000 });
  },
  eksEnvironment({ kubernetesVersion: '1.33' }),
);
