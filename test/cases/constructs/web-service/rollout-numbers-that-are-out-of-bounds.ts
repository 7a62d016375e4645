import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new WebService(chart, 'web', {
    image: 'a/b:1',
    port: 8080,
    rollout: {
      rollbackWindow: { revisions: 0 },
      analysis: { successfulRunHistoryLimit: -1 },
      blueGreen: {
        previewReplicaCount: 0,
        scaleDownDelaySeconds: -1,
        scaleDownDelayRevisionLimit: 4,
        antiAffinity: { weight: 101 },
      },
    },
  });
});
