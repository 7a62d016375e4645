import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new WebService(chart, 'web', {
    image: 'example.com/web:1',
    port: 8080,
    readiness: { htp: '/ready' },
    liveness: { http: '/live', sevice: 'x' },
    env: { MODE: 'fast', TOKEN: { valueFrm: { secretKeyRef: { name: 'token', key: 'a' } } } },
    resources: { cpu: '100m', memory: '64Mi', cpuLimits: '1' },
    mounts: [{ path: '/tmp/x', configMap: { name: 'x' }, readonly: true }],
    sidecars: [{ name: 'proxy', image: 'example.com/proxy:1', livenessProbe: { httpGet: { pth: '/' } } }],
    overrides: { deploymnt: { spec: { anything: 1 } } },
    podLabels: { 'any.key/of-the-user': 'x' },
  } as never);
});
