import { AlbIngress, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const web = new WebService(chart, 'web', {
    image: 'a/b:1',
    port: 8080,
    rollout: {
      canary: {
        dynamicStableScale: true,
        scaleDownDelaySeconds: 60,
        trafficRouting: { alb: { stickinessSeconds: 700_000 } },
        steps: [{ setHeaderRoute: { name: 'testers', match: [{ headerName: 'x', headerValue: { exact: 'y' } }] } }],
      },
    },
  });
  new AlbIngress(chart, 'ingress', { scheme: 'internal', paths: [{ backend: web }] });
});
