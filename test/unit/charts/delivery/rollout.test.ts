import { AlbIngress, WebService } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';

const SERVER = { image: 'example.com/app:1', port: 8080, readiness: { http: '/readyz' } } as const;

describe('a canary behind a load balancer', () => {
  const rendered = render((scope) => {
    const web = new WebService(scope, 'web', {
      ...SERVER,
      autoscaling: { minReplicas: 2, maxReplicas: 6, cpuUtilization: 70 },
      rollout: {
        canary: {
          steps: [{ setWeight: 20 }, { pause: { duration: '5m' } }, { setCanaryScale: { matchTrafficWeight: true } }],
          trafficRouting: { alb: { stickinessSeconds: 3600 } },
        },
      },
    });
    new AlbIngress(scope, 'shop', { host: 'shop', scheme: 'internal', paths: [{ backend: web }] });
  });

  it('has a Rollout in place of the Deployment, without replicas beside an autoscaler', () => {
    expect(Object.keys(rendered).sort()).toEqual([
      'HorizontalPodAutoscaler web',
      'Ingress shop',
      'PodDisruptionBudget web',
      'Rollout web',
      'Service web',
      'Service web-canary',
      'ServiceAccount web',
    ]);
    expect(at(rendered['Rollout web'], 'spec', 'replicas')).toBeUndefined();
    expect(at(rendered['Rollout web'], 'spec', 'strategy')).toEqual({
      canary: {
        canaryService: 'web-canary',
        stableService: 'web',
        steps: [{ setWeight: 20 }, { pause: { duration: '5m' } }, { setCanaryScale: { matchTrafficWeight: true } }],
        trafficRouting: {
          alb: { ingress: 'shop', servicePort: 80, stickinessConfig: { enabled: true, durationSeconds: 3600 } },
        },
      },
    });
  });

  it('lets the autoscaler find the Rollout, and both Services select the same Pods', () => {
    expect(at(rendered['HorizontalPodAutoscaler web'], 'spec', 'scaleTargetRef')).toEqual({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      name: 'web',
    });
    const [stable, canary] = ['web', 'web-canary'].map((name) => at(rendered[`Service ${name}`], 'spec', 'selector'));
    expect(canary).toEqual(stable);
  });

  it('has the action that the controller leaves at rest, byte for byte', () => {
    const path = ['spec', 'rules', 0, 'http', 'paths', 0, 'backend'];
    expect(at(rendered['Ingress shop'], ...path)).toEqual({
      service: { name: 'web', port: { name: 'use-annotation' } },
    });
    expect(at(rendered['Ingress shop'], 'metadata', 'annotations', 'alb.ingress.kubernetes.io/actions.web')).toBe(
      '{"Type":"forward","ForwardConfig":{"TargetGroups":[{"ServiceName":"web-canary","ServicePort":"80","Weight":0},{"ServiceName":"web","ServicePort":"80","Weight":100}],"TargetGroupStickinessConfig":{"Enabled":true,"DurationSeconds":3600}}}',
    );
  });

  it('tells Pods of one version by the label of Argo Rollouts', () => {
    const spread = ['spec', 'template', 'spec', 'topologySpreadConstraints', 0, 'matchLabelKeys'];
    expect(at(rendered['Rollout web'], ...spread)).toEqual(['rollouts-pod-template-hash']);
  });
});

it('shares requests out by Pods on a plain cluster', () => {
  const rendered = render((scope) => {
    const web = new WebService(scope, 'web', {
      ...SERVER,
      rollout: {
        canary: {
          steps: [{ setCanaryScale: { replicas: 1 } }, { setWeight: 50 }],
          trafficRouting: { alb: {} },
          dynamicStableScale: true,
        },
      },
    });
    new AlbIngress(scope, 'shop', { host: 'shop', scheme: 'internal', paths: [{ backend: web }] });
  }, kubernetesEnvironment());
  expect(at(rendered['Rollout web'], 'spec', 'strategy')).toEqual({
    canary: { maxSurge: '25%', maxUnavailable: 0, steps: [{ setWeight: 50 }] },
  });
  expect(rendered['Service web-canary']).toBeUndefined();
});

it('lets two Services take turns, under a name of their own', () => {
  const rendered = render((scope) => {
    const web = new WebService(scope, 'web', {
      ...SERVER,
      rollout: { canary: { pingPong: true, trafficRouting: { alb: {} } } },
    });
    new AlbIngress(scope, 'one', { host: 'one', scheme: 'internal', paths: [{ backend: web }] });
    new AlbIngress(scope, 'two', {
      host: 'two',
      scheme: 'internal',
      paths: [{ backend: { service: web, port: 'http' } }],
    });
  });
  expect(at(rendered['Rollout web'], 'spec', 'strategy', 'canary')).toEqual({
    pingPong: { pingService: 'web-ping', pongService: 'web-pong' },
    trafficRouting: { alb: { ingresses: ['one', 'two'], servicePort: 80, rootService: 'web' } },
  });
  expect(at(rendered['Ingress two'], 'metadata', 'annotations', 'alb.ingress.kubernetes.io/actions.web')).toContain(
    '{"ServiceName":"web-pong","ServicePort":"80","Weight":0},{"ServiceName":"web-ping","ServicePort":"80","Weight":100}',
  );
});

it('switches from blue to green, with a Service for looking at the next version', () => {
  const rendered = render(
    (scope) => {
      new WebService(scope, 'web', {
        ...SERVER,
        rollout: { blueGreen: { autoPromotionEnabled: false, previewReplicaCount: 1, antiAffinity: { weight: 50 } } },
      });
    },
    eksEnvironment({ minReplicas: 2 }),
  );
  expect(at(rendered['Rollout web'], 'spec', 'replicas')).toBe(2);
  expect(at(rendered['Rollout web'], 'spec', 'strategy')).toEqual({
    blueGreen: {
      activeService: 'web',
      previewService: 'web-preview',
      autoPromotionEnabled: false,
      previewReplicaCount: 1,
      antiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: { weight: 50 } },
    },
  });
});
