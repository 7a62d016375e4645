import { ResourceFlavor } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ResourceFlavor(chart, 'spot', {
    nodeTaints: [
      { key: 'spot', value: 'a', effect: 'NoSchedule' },
      { key: 'spot', value: 'b', effect: 'NoSchedule' },
    ],
    tolerations: [
      { operator: 'Equal', value: 'x' },
      { key: 'spot', operator: 'Exists', value: 'true' },
      { key: 'spot', effect: 'NoSchedule', tolerationSeconds: 30 },
    ],
  });
});
