import { Size } from 'cdk8s';
import {
  allowFrom,
  asPlusConfigMap,
  asPlusServiceAccount,
  ConfigFiles,
  defineApp,
  HorizontalPodAutoscaler,
  hardened,
  releasedImage,
} from 'cdk8s-eks';
import { Cpu, Deployment, EnvValue, Probe, ServiceAccount, Volume } from 'cdk8s-plus-28';

/**
 * Where customers of the store write what they think: a workload that its team brought along in cdk8s-plus, hardened, with
 * configuration, scaling and network of our constructs beside it.
 */
export default defineApp({
  name: 'retail-feedback',
  owner: 'retail',
  namespace: 'ui',
  skip: {
    local: 'the store on a laptop has no feedback',
    prod: 'feedback is on trial in dev and staging',
  },
  charts(scope) {
    const texts = new ConfigFiles(scope, 'texts', {
      name: 'feedback',
      data: { 'greeting.txt': 'How did you like it?' },
    });
    const account = new ServiceAccount(scope, 'account', { metadata: { name: 'feedback' } });
    const feedback = new Deployment(scope, 'feedback', {
      serviceAccount: asPlusServiceAccount(account),
      containers: [
        {
          name: 'feedback',
          image: releasedImage(scope, 'feedback'),
          ports: [{ name: 'http', number: 9898 }],
          readiness: Probe.fromHttpGet('/readyz', { port: 9898 }),
          resources: {
            cpu: { request: Cpu.millis(100) },
            memory: { request: Size.mebibytes(128), limit: Size.mebibytes(128) },
          },
          envVariables: { PODINFO_UI_MESSAGE: EnvValue.fromConfigMap(asPlusConfigMap(texts), 'greeting.txt') },
        },
      ],
    });
    feedback.containers[0]?.mount('/texts', Volume.fromConfigMap(scope, 'volume', asPlusConfigMap(texts)));
    hardened(feedback, { user: { uid: 100, gid: 101 } });
    feedback.exposeViaService({ name: 'feedback' });
    new HorizontalPodAutoscaler(scope, 'scaling', {
      name: 'feedback',
      target: feedback,
      maxReplicas: 4,
      cpuUtilization: 70,
    });
    const ui = { namespace: 'ui', pods: { 'app.kubernetes.io/name': 'ui' } };
    allowFrom(scope, 'ui-to-feedback', { from: ui, to: feedback, ports: [9898] });
  },
});
