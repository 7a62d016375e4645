import { AlbIngress, AnalysisTemplate, type CanaryStep, WebService } from 'cdk8s-eks';
import { ROLLOUT_FIELDS } from '../../../../src/knowledge/argocd/rollout-fields';
import { at, isJsonObject, type JsonValue } from '../../../../src/model/json';
import type { SchemaNode } from '../../../../src/model/schema';
import { render } from '../../../support/render';
import { schemasOf } from '../../../support/schemas';

const metadata = { labels: { phase: 'new' }, annotations: { note: 'x' } };
const steps: readonly CanaryStep[] = [
  { setWeight: 10 },
  { pause: { duration: 30 } },
  { setCanaryScale: { weight: 20 } },
  { setHeaderRoute: { name: 'testers', match: [{ headerName: 'x-tester', headerValue: { exact: 'yes' } }] } },
  { plugin: { name: 'example/plugin', config: { a: 1 } } },
  { analysis: { templates: ['errors'] } },
  {
    experiment: {
      duration: '5m',
      scaleDownDelaySeconds: 10,
      dryRun: ['*'],
      analysisRunMetadata: metadata,
      analyses: [
        { name: 'errors', template: { templateName: 'errors', clusterScope: true }, requiredForCompletion: true },
      ],
      templates: [
        { name: 'new', specRef: 'canary', replicas: 1, weight: 5, service: true, metadata, selector: { app: 'new' } },
      ],
    },
  },
];
const shared = {
  antiAffinity: 'required',
  abortScaleDownDelaySeconds: 60,
  scaleDownDelayRevisionLimit: 1,
  maxUnavailable: 1,
} as const;
const server = {
  image: 'example.com/app:1',
  port: 8080,
  replicas: 2,
  minReadySeconds: 5,
  progressDeadlineSeconds: 60,
  paused: true,
} as const;

const rendered = render((scope) => {
  const errors = new AnalysisTemplate(scope, 'errors', {
    args: ['service', 'hash', 'region'],
    metrics: [{ name: 'errors', successCondition: 'result == 0', provider: { web: { url: 'http://probe.shop' } } }],
  });
  const analysis = {
    templates: [errors],
    args: {
      service: 'web',
      hash: { podTemplateHashValue: 'Latest' },
      region: { fieldPath: "metadata.labels['region']" },
    },
    dryRun: ['errors'],
    measurementRetention: { errors: 20 },
    analysisRunMetadata: metadata,
  } as const;
  const options = {
    progressDeadlineAbort: true,
    rollbackWindow: { revisions: 2 },
    analysis: { successfulRunHistoryLimit: 1, unsuccessfulRunHistoryLimit: 2 },
  };
  const canary = new WebService(scope, 'canary', {
    ...server,
    rollout: {
      ...options,
      canary: {
        ...shared,
        steps,
        maxSurge: 1,
        dynamicStableScale: true,
        minPodsPerReplicaSet: 2,
        replicaProgressThreshold: { type: 'Percent', value: 90 },
        canaryMetadata: metadata,
        stableMetadata: metadata,
        analysis: { ...analysis, startingStep: 1 },
        trafficRouting: {
          managedRoutes: ['testers'],
          alb: { stickinessSeconds: 60, ingresses: ['by-hand'] },
        },
      },
    },
  });
  const turns = new WebService(scope, 'turns', {
    ...server,
    rollout: { canary: { pingPong: true, scaleDownDelaySeconds: 60, trafficRouting: { alb: {} } } },
  });
  new WebService(scope, 'switched', {
    ...server,
    rollout: {
      ...options,
      blueGreen: {
        ...shared,
        scaleDownDelaySeconds: 60,
        autoPromotionEnabled: true,
        autoPromotionSeconds: 30,
        previewReplicaCount: 1,
        prePromotionAnalysis: analysis,
        postPromotionAnalysis: analysis,
        previewMetadata: metadata,
        activeMetadata: metadata,
      },
    },
  });
  for (const backend of [canary, turns])
    new AlbIngress(scope, `${backend.name}-ingress`, { scheme: 'internal', host: backend.name, backend });
});

/** What stands at a path, in which `[]` stands for each item of a list, in any of the Rollouts. */
function found(path: string): readonly JsonValue[] {
  let values: readonly (JsonValue | undefined)[] = ['canary', 'turns', 'switched'].map(
    (name) => rendered[`Rollout ${name}`],
  );
  for (const part of path.split('.')) {
    values = values.map((value) => at(value, part.replace('[]', '')));
    if (part.endsWith('[]')) values = values.flatMap((value) => (Array.isArray(value) ? value : []));
  }
  return values.filter((value) => value !== undefined);
}

function definition(path: string): readonly string[] {
  const { kinds, definitions } = schemasOf().custom;
  let schema: SchemaNode | undefined = definitions.get(kinds['argoproj.io/v1alpha1/Rollout'] ?? '');
  for (const part of path.split('.')) {
    schema = schema?.properties?.[part.replace('[]', '')];
    if (part.endsWith('[]')) schema = schema?.items;
  }
  return Object.keys(schema?.properties ?? {}).sort();
}

describe.each(Object.entries(ROLLOUT_FIELDS))('%s of a Rollout', (path, table) => {
  it('has a row for each field of the definition, and no other', () => {
    expect(Object.keys(table).sort()).toEqual(definition(path));
  });

  it('is rendered where a property is named, and only there', () => {
    const fields = new Set(found(path).flatMap((value) => (isJsonObject(value) ? Object.keys(value) : [])));
    const promised = Object.entries(table).flatMap(([field, row]) => ('property' in row ? [field] : []));
    expect([...fields].sort()).toEqual(promised.sort());
  });
});
