import { noMissingRolloutTarget } from '../../../../src/checks/rules/k8s/no-missing-rollout-target';
import type { JsonObject } from '../../../../src/model/json';
import { eksEnvironment } from '../../../support/environment';
import { saidBy } from '../../../support/schemas';

const namespace = 'shop';
const object = (apiVersion: string, kind: string, name: string, spec: JsonObject = {}): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name, namespace },
  spec,
});
const rollout = (strategy: JsonObject, more: JsonObject = {}) =>
  object('argoproj.io/v1alpha1', 'Rollout', 'web', { strategy, ...more });
const CANARY = rollout({
  canary: { canaryService: 'cnary', stableService: 'stable', trafficRouting: { alb: { ingress: 'web' } } },
});
const FIX = (kind: string) =>
  `fix: correct the name, render the ${kind}, or declare it under \`external\` in environment.yaml.`;
const refused = (path: string, kind: string, name: string, hint = '') =>
  `${path}: Rollout.argoproj.io shop/web: it names ${kind} "${name}", which namespace shop does not have. The controller refuses the Rollout (InvalidSpec), and no new version starts.${hint} ${FIX(kind)}`;

it('3.2 a canary Service, a stable Service and an Ingress that nobody renders are told', () => {
  expect(saidBy(noMissingRolloutTarget, [CANARY, object('v1', 'Service', 'canary')])).toEqual([
    refused('spec.strategy.canary.canaryService', 'Service', 'cnary', ' Did you mean "canary"?'),
    refused('spec.strategy.canary.stableService', 'Service', 'stable'),
    refused('spec.strategy.canary.trafficRouting.alb.ingress', 'Ingress', 'web'),
  ]);
});

it('3.2 what `external` lists is there, and what an operator may make is unknown', () => {
  const external = [
    { group: '', kind: 'Service', namespace, name: 'cnary' },
    { group: '', kind: 'Service', namespace, name: 'stable' },
    { group: 'networking.k8s.io', kind: 'Ingress', namespace, name: 'web' },
  ];
  expect(saidBy(noMissingRolloutTarget, [CANARY], undefined, eksEnvironment({ external }))).toEqual([]);
  const strange = object('widgets.example.com/v1', 'Widget', 'w');
  expect(saidBy(noMissingRolloutTarget, [rollout({ blueGreen: { activeService: 'ui' } }), strange])).toEqual([
    `spec.strategy.blueGreen.activeService: Rollout.argoproj.io shop/web: it names Service "ui", which nothing here makes, unless it comes of Widget.widgets.example.com shop/w: what that makes is not known here. ${FIX('Service')}`,
  ]);
});

it('3.2 every field in which a Rollout names an object is read', () => {
  const templates = [{ templateName: 'a' }, { templateName: 'b', clusterScope: true }];
  const canary = {
    canaryService: 's1',
    stableService: 's2',
    pingPong: { pingService: 's3', pongService: 's4' },
    analysis: { templates },
    steps: [{ setWeight: 5 }, { analysis: { templates } }],
    trafficRouting: {
      alb: { ingress: 'i1', ingresses: ['i2', 'i3'], rootService: 's5' },
      smi: { rootService: 's6' },
      nginx: { stableIngress: 'i4', stableIngresses: ['i5'] },
    },
  };
  const blueGreen = {
    activeService: 's7',
    previewService: 's8',
    prePromotionAnalysis: { templates },
    postPromotionAnalysis: { templates },
  };
  const workloadRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'd' };
  const said = saidBy(noMissingRolloutTarget, [rollout({ canary, blueGreen }, { workloadRef })]);
  const named = said.map((text) => /it names (\S+ "\w+"), which (namespace shop|the cluster) does not/.exec(text)?.[1]);
  const analyses = Array.from({ length: 4 }, () => ['AnalysisTemplate "a"', 'ClusterAnalysisTemplate "b"']).flat();
  const services = Array.from({ length: 8 }, (_, index) => `Service "s${index + 1}"`);
  const ingresses = Array.from({ length: 5 }, (_, index) => `Ingress "i${index + 1}"`);
  expect(named.sort()).toEqual([...analyses, ...services, ...ingresses, 'Deployment "d"'].sort());
});
