import { EfsVolume } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new EfsVolume(chart, 'data', { fileSystem: 'shared' });
  },
  eksEnvironment(),
  null,
);
