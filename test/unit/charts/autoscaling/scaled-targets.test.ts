import { HorizontalPodAutoscaler, inNamespace, ScaledObject, StatefulService, WebService, Worker } from 'cdk8s-eks';
import { Construct } from 'constructs';
import { at } from '../../../../src/model/json';
import { eksEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';

const image = 'a:1';
const ports = [{ name: 'db', containerPort: 5432 }];
const triggers = [{ type: 'rabbitmq', metadata: { queueName: 'mails' } }];
const scaling = { maxReplicas: 9, triggers };
const mailer = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'mailer' };
const replicas = (objects: Record<string, unknown>, name: string) => at(objects[name], 'spec', 'replicas');

describe('the number of Pods of a workload that an autoscaler scales', () => {
  it('is left out where the autoscaler takes the workload itself', () => {
    const made = render((chart) => {
      new ScaledObject(chart, 'mails', { target: new Worker(chart, 'mailer', { image }), ...scaling });
      new HorizontalPodAutoscaler(chart, 'load', {
        target: new StatefulService(chart, 'db', { image, ports }),
        maxReplicas: 3,
      });
    });
    expect(replicas(made, 'Deployment mailer')).toBeUndefined();
    expect(replicas(made, 'StatefulSet db')).toBeUndefined();
  });

  it('is left out where the autoscaler names it, whichever is made first, anywhere in the app', () => {
    const before = render((chart) => {
      new ScaledObject(new Construct(chart, 'scaling'), 'mails', { target: mailer, ...scaling });
      new Worker(new Construct(chart, 'work'), 'mailer', { image });
    });
    const after = render((chart) => {
      new Worker(new Construct(chart, 'work'), 'mailer', { image });
      new ScaledObject(new Construct(chart, 'scaling'), 'mails', { target: mailer, ...scaling });
    });
    expect(replicas(before, 'Deployment mailer')).toBeUndefined();
    expect(replicas(after, 'Deployment mailer')).toBeUndefined();
    expect(after).toEqual(before);
  });

  it('stays where the autoscaler scales another workload, or one of another namespace', () => {
    const made = render((chart) => {
      new WebService(chart, 'web', { image, port: 8080 });
      new Worker(chart, 'mailer', { image });
      new ScaledObject(inNamespace(chart, 'shop-jobs'), 'mails', { target: mailer, ...scaling });
      new ScaledObject(chart, 'set', { target: { ...mailer, kind: 'StatefulSet' }, ...scaling });
    });
    expect(replicas(made, 'Deployment web')).toBe(2);
    expect(replicas(made, 'Deployment mailer')).toBe(2);
  });

  it('stays where it was said, for the rules to judge', () => {
    const made = render((chart) => {
      new Worker(chart, 'mailer', { image, replicas: 4 });
      new ScaledObject(chart, 'mails', { target: mailer, ...scaling });
    });
    expect(replicas(made, 'Deployment mailer')).toBe(4);
  });

  it('can be said again by an override', () => {
    const made = render((chart) => {
      new Worker(chart, 'mailer', { image, overrides: { deployment: { spec: { replicas: 5 } } } });
      new ScaledObject(chart, 'mails', { target: mailer, ...scaling });
    });
    expect(replicas(made, 'Deployment mailer')).toBe(5);
  });
});

describe('`autoscaling` of a StatefulService', () => {
  it('makes an autoscaler, and a budget for as many Pods as may run', () => {
    const made = render((chart) => {
      new StatefulService(chart, 'db', {
        image,
        ports,
        autoscaling: { minReplicas: 3, maxReplicas: 9 },
        overrides: { autoscaler: { metadata: { labels: { a: 'b' } } } },
      });
    });
    expect(replicas(made, 'StatefulSet db')).toBeUndefined();
    expect(made['PodDisruptionBudget db']).toBeDefined();
    expect(at(made['HorizontalPodAutoscaler db'], 'metadata', 'labels', 'a')).toBe('b');
    expect(at(made['HorizontalPodAutoscaler db'], 'spec')).toEqual({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'db' },
      minReplicas: 3,
      maxReplicas: 9,
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } },
      ],
    });
  });

  it('that are several has a budget and a spread, whichever is made first', () => {
    const dev = { ...eksEnvironment(), minReplicas: 1 };
    const spread = (made: Record<string, unknown>) =>
      at(made['Deployment mailer'], 'spec', 'template', 'spec', 'topologySpreadConstraints');
    const [alone, before, after, one] = [
      render((chart) => void new Worker(chart, 'mailer', { image }), dev),
      render((chart) => {
        new ScaledObject(chart, 'mails', { target: mailer, ...scaling });
        new Worker(chart, 'mailer', { image });
      }, dev),
      render((chart) => {
        const worker = new Worker(chart, 'mailer', {
          image,
          overrides: { disruptionBudget: { metadata: { annotations: { a: 'b' } } } },
        });
        new ScaledObject(chart, 'mails', { target: mailer, ...scaling });
        expect(worker.disruptionBudget?.name).toBe('mailer');
      }, dev),
      render((chart) => {
        new Worker(chart, 'mailer', { image });
        new HorizontalPodAutoscaler(chart, 'one', { target: mailer, maxReplicas: 1 });
      }, dev),
    ];
    expect([alone, before, after, one].map((made) => 'PodDisruptionBudget mailer' in made)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([alone, before, after, one].map((made) => spread(made) !== undefined)).toEqual([false, true, true, false]);
    expect(at(after['PodDisruptionBudget mailer'], 'metadata', 'annotations')).toEqual({ a: 'b' });
    const usual = render((chart) => void new Worker(chart, 'mailer', { image }));
    expect(spread(before)).toEqual(spread(usual));
    expect(before['PodDisruptionBudget mailer']).toEqual(usual['PodDisruptionBudget mailer']);
  });

  it('keeps what was said of the budget and the spread', () => {
    const said = { disruptionBudget: false, spread: false } as const;
    const made = render(
      (chart) => {
        new Worker(chart, 'mailer', { image, ...said });
        new ScaledObject(chart, 'mails', { target: mailer, ...scaling });
      },
      { ...eksEnvironment(), minReplicas: 1 },
    );
    expect(Object.keys(made).sort()).toEqual(['Deployment mailer', 'ScaledObject mails', 'ServiceAccount mailer']);
    expect(JSON.stringify(made)).not.toContain('topologySpreadConstraints');
  });
});
