import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HorizontalPodAutoscaler, StatefulService, WebService } from 'cdk8s-eks';
import {
  HORIZONTAL_POD_AUTOSCALER_FIELDS,
  METRIC_SOURCE_FIELDS,
} from '../../../../src/knowledge/kubernetes/fields/horizontal-pod-autoscaler';
import { KUBERNETES_VERSIONS } from '../../../../src/knowledge/kubernetes/versions';
import { at, listAt, mapAt } from '../../../../src/model/json';
import { last } from '../../../../src/model/lists';
import { render } from '../../../support/render';
import { SCHEMAS } from '../../../support/schemas';

const EVERYTHING = {
  minReplicas: 2,
  maxReplicas: 9,
  cpuUtilization: 60,
  memoryUtilization: 80,
  cpuAverage: '500m',
  memoryAverage: '1Gi',
  containers: { proxy: { cpuUtilization: 50 } },
  podMetrics: [{ metric: 'rps', averageValue: '100', selector: { route: 'api' } }],
  objectMetrics: [
    { metric: 'requests', object: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'web' }, value: '2k' },
  ],
  externalMetrics: [{ metric: 'queue', averageValue: '30' }],
  behavior: {
    scaleUp: {
      stabilizationWindowSeconds: 60,
      selectPolicy: 'Min',
      policies: [{ type: 'Percent', value: 50, periodSeconds: 30 }],
    },
    scaleDown: { tolerance: '0.05' },
  },
} as const;

const spec = {
  scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'cache' },
  minReplicas: 2,
  maxReplicas: 9,
  metrics: [
    {
      type: 'Pods',
      pods: {
        metric: { name: 'rps', selector: { matchLabels: { route: 'api' } } },
        target: { type: 'AverageValue', averageValue: '100' },
      },
    },
    {
      type: 'Object',
      object: {
        describedObject: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'web' },
        metric: { name: 'requests' },
        target: { type: 'Value', value: '2k' },
      },
    },
    {
      type: 'External',
      external: { metric: { name: 'queue' }, target: { type: 'AverageValue', averageValue: '30' } },
    },
    {
      type: 'ContainerResource',
      containerResource: { container: 'proxy', name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } },
    },
    { type: 'Resource', resource: { name: 'memory', target: { type: 'AverageValue', averageValue: '1Gi' } } },
    { type: 'Resource', resource: { name: 'cpu', target: { type: 'AverageValue', averageValue: '500m' } } },
    { type: 'Resource', resource: { name: 'memory', target: { type: 'Utilization', averageUtilization: 80 } } },
    { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 60 } } },
  ],
  behavior: EVERYTHING.behavior,
};

const cache = { image: 'a:1', ports: [{ name: 'tcp', containerPort: 6379 }], replicas: 'external' } as const;
const everything = render((chart) => {
  const target = new StatefulService(chart, 'cache', cache);
  const labels = { team: 'a' };
  new HorizontalPodAutoscaler(chart, 'cache-load', { target, name: 'cache', labels, ...EVERYTHING });
})['HorizontalPodAutoscaler cache'];

describe('HorizontalPodAutoscaler', () => {
  it('scales by CPU where nothing else is said', () => {
    const rendered = render((chart) => {
      const target = new StatefulService(chart, 'cache', cache);
      new HorizontalPodAutoscaler(chart, 'load', {
        target,
        maxReplicas: 4,
        overrides: { autoscaler: { spec: { minReplicas: null } } },
      });
    });
    expect(at(rendered['StatefulSet cache'], 'spec', 'replicas')).toBeUndefined();
    expect(at(rendered['HorizontalPodAutoscaler load'], 'spec')).toEqual({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'cache' },
      maxReplicas: 4,
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } },
      ],
    });
  });

  it('says all that can be said, with the share of CPU last, as the server keeps it', () => {
    expect(at(everything, 'spec')).toEqual(spec);
    expect(at(everything, 'metadata', 'labels', 'team')).toBe('a');
  });

  it('says the same as `autoscaling` of a workload', () => {
    const web = render((chart) => new WebService(chart, 'web', { image: 'a:1', port: 8080, autoscaling: EVERYTHING }));
    const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
    expect(at(web['HorizontalPodAutoscaler web'], 'spec')).toEqual({ ...spec, scaleTargetRef });
    expect(at(web['Deployment web'], 'spec', 'replicas')).toBeUndefined();
  });

  it('has a property for every field of the newest Kubernetes', () => {
    const newest = join(SCHEMAS, `kubernetes-${last(KUBERNETES_VERSIONS)}.json`);
    const definitions = at(JSON.parse(readFileSync(newest, 'utf8')), 'definitions');
    const fieldsOf = (name: string) => Object.keys(mapAt(definitions, `autoscaling.v2.${name}`, 'properties')).sort();
    expect(Object.keys(HORIZONTAL_POD_AUTOSCALER_FIELDS)).toEqual(fieldsOf('HorizontalPodAutoscalerSpec'));
    expect(Object.keys(mapAt(everything, 'spec')).sort()).toEqual(fieldsOf('HorizontalPodAutoscalerSpec'));
    expect(Object.keys(METRIC_SOURCE_FIELDS)).toEqual(fieldsOf('MetricSpec'));
    const sources = listAt(everything, 'spec', 'metrics').flatMap((metric) => Object.keys(metric as object));
    expect([...new Set(sources)].sort()).toEqual(fieldsOf('MetricSpec'));
    const rules = ['scaleUp', 'scaleDown'].flatMap((direction) =>
      Object.keys(mapAt(everything, 'spec', 'behavior', direction)),
    );
    expect([...new Set(rules)].sort()).toEqual(fieldsOf('HPAScalingRules'));
  });
});
