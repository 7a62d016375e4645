import {
  AlbIngress,
  AppNamespace,
  BlueGreenBackend,
  defineApp,
  releasedImage,
  releaseFlag,
  WebService,
} from 'cdk8s-eks';
import type { Construct } from 'constructs';

const SERVER = { port: 9898, user: { uid: 100, gid: 101 }, readiness: { http: '/readyz' } } as const;

/** Three servers, each of which gets new versions in another way. */
export default defineApp({
  name: 'storefront',
  owner: 'storefront',
  namespace: 'storefront',
  skip: {
    local: 'a laptop has no controller of Argo Rollouts',
    dev: 'dev replaces Pods as they come; the ways of delivery are tried in staging',
  },
  charts(scope) {
    new AppNamespace(scope, 'namespace', { name: 'storefront' });
    canary(scope);
    blueGreen(scope);
    weights(scope);
  },
});

/** Requests move in steps, which the load balancer shares out; the autoscaler counts Pods of both versions. */
function canary(scope: Construct): void {
  const web = new WebService(scope, 'web', {
    ...SERVER,
    image: releasedImage(scope, 'web'),
    autoscaling: { maxReplicas: 6, cpuUtilization: 70 },
    rollout: {
      canary: {
        steps: [{ setWeight: 20 }, { pause: { duration: '10m' } }, { setWeight: 50 }, { pause: { duration: '10m' } }],
        trafficRouting: { alb: {} },
      },
    },
  });
  new AlbIngress(scope, 'web-ingress', {
    name: 'web',
    host: 'storefront',
    scheme: 'internal',
    paths: [{ backend: web }],
  });
}

/** All requests move at once, when somebody has looked at the preview and promoted it. */
function blueGreen(scope: Construct): void {
  new WebService(scope, 'quotes', {
    ...SERVER,
    image: releasedImage(scope, 'quotes'),
    rollout: { blueGreen: { autoPromotionEnabled: false, previewReplicaCount: 1 } },
  });
}

/** Two workloads and a weight in `release.yaml`: no controller decides, and each shift is reviewed. */
function weights(scope: Construct): void {
  const version = (colour: 'blue' | 'green') =>
    new WebService(scope, `landing-${colour}`, { ...SERVER, image: releasedImage(scope, `landing-${colour}`) });
  const landing = new BlueGreenBackend(scope, 'landing', {
    blue: version('blue'),
    green: version('green'),
    greenPercent: releaseFlag(scope, 'landing-green-percent'),
  });
  new AlbIngress(scope, 'landing-ingress', {
    name: 'landing',
    host: 'landing',
    scheme: 'internal',
    paths: [{ backend: landing }],
  });
}
