import { HorizontalPodAutoscaler, StatefulService, WebService } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { render } from '../../../support/render';
import { AUTOSCALING as EVERYTHING } from './everything';

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
});
