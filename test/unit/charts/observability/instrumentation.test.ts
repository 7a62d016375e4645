import { ScheduledJob, WebService } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { render } from '../../../support/render';

const KEY = 'instrumentation.opentelemetry.io/inject-java';
const java = { image: 'a:1', instrumentation: 'java' } as const;

describe('instrumentation', () => {
  it('stands on the Pods, where the operator looks, and not on the workload', () => {
    const rendered = render((chart) => {
      new WebService(chart, 'web', { ...java, port: 8080, podAnnotations: { note: 'a' } });
      new ScheduledJob(chart, 'tidy', { ...java, schedule: '@daily' });
    });
    const web = rendered['Deployment web'];
    expect(at(web, 'spec', 'template', 'metadata', 'annotations')).toEqual({ [KEY]: 'true', note: 'a' });
    expect(at(web, 'metadata', 'annotations')).toBeUndefined();
    const job = at(rendered['CronJob tidy'], 'spec', 'jobTemplate', 'spec', 'template', 'metadata', 'annotations');
    expect(job).toEqual({ [KEY]: 'true' });
  });

  it('gives way to what is written by hand, and writes nothing where nothing is asked', () => {
    const rendered = render((chart) => {
      new WebService(chart, 'web', { ...java, port: 8080, podAnnotations: { [KEY]: 'shop/own' } });
      new WebService(chart, 'plain', { image: 'a:1', port: 8080 });
    });
    expect(at(rendered['Deployment web'], 'spec', 'template', 'metadata', 'annotations')).toEqual({
      [KEY]: 'shop/own',
    });
    expect(at(rendered['Deployment plain'], 'spec', 'template', 'metadata', 'annotations')).toBeUndefined();
  });
});
