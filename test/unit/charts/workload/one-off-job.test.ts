import { OneOffJob, type OneOffJobProps } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { kubernetesEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';

const job = (props: Partial<OneOffJobProps> = {}) =>
  render((scope) => void new OneOffJob(scope, 'migrate', { image: 'example.com/shop:1', ...props }));

describe('OneOffJob', () => {
  it('runs to its end, tries three times more, and goes after an hour where no Argo CD would make it again', () => {
    const alone = render(
      (scope) => void new OneOffJob(scope, 'migrate', { image: 'example.com/shop:1' }),
      kubernetesEnvironment(),
    );
    expect(at(alone['Job migrate'], 'spec', 'ttlSecondsAfterFinished')).toBe(3600);
    const objects = job();
    expect(at(objects['Job migrate'], 'spec', 'ttlSecondsAfterFinished')).toBeUndefined();
    expect(Object.keys(objects).sort()).toEqual(['Job migrate', 'ServiceAccount migrate']);
    expect(objects['Job migrate']).toMatchObject({
      spec: { backoffLimit: 3, template: { spec: { restartPolicy: 'OnFailure' } } },
    });
    expect(at(objects['Job migrate'], 'metadata', 'annotations')).toBeUndefined();
  });

  it('never blocks later syncs as a hook, and its ServiceAccount is there before it', () => {
    const objects = job({ hook: { when: 'PreSync' } });
    expect(objects['Job migrate']).toMatchObject({
      metadata: {
        annotations: {
          'argocd.argoproj.io/hook': 'PreSync',
          'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
        },
      },
    });
    expect(at(objects['Job migrate'], 'spec', 'ttlSecondsAfterFinished')).toBeUndefined();
    expect(at(objects['ServiceAccount migrate'], 'metadata', 'annotations')).toEqual({
      'argocd.argoproj.io/hook': 'PreSync',
      'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
      'argocd.argoproj.io/sync-wave': '-1',
    });
  });

  it('leaves the ServiceAccount of a later hook where it is', () => {
    const objects = job({ hook: { when: 'PostSync', deletedWhen: 'HookSucceeded', wave: 3 } });
    expect(at(objects['ServiceAccount migrate'], 'metadata', 'annotations')).toBeUndefined();
    expect(at(objects['Job migrate'], 'metadata', 'annotations')).toEqual({
      'argocd.argoproj.io/hook': 'PostSync',
      'argocd.argoproj.io/hook-delete-policy': 'HookSucceeded',
      'argocd.argoproj.io/sync-wave': '3',
    });
  });

  it('leaves the number of all tries out where each index has its own', () => {
    const indexed = {
      completions: 8,
      completionMode: 'Indexed',
      restartPolicy: 'Never',
      backoffLimitPerIndex: 2,
    } as const;
    expect(at(job(indexed)['Job migrate'], 'spec', 'backoffLimit')).toBeUndefined();
    expect(at(job({ ...indexed, backoffLimit: 6 })['Job migrate'], 'spec', 'backoffLimit')).toBe(6);
  });

  it('runs in parallel and by index', () => {
    const rules = [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [3] } }];
    const objects = job({
      completions: 10,
      parallelism: 4,
      completionMode: 'Indexed',
      backoffLimitPerIndex: 1,
      maxFailedIndexes: 2,
      restartPolicy: 'Never',
      podFailurePolicy: { rules },
      successPolicy: { rules: [{ succeededCount: 8 }] },
      podReplacementPolicy: 'Failed',
      activeDeadlineSeconds: 60,
      suspend: true,
      managedBy: 'example.com/queue',
      ttlSecondsAfterFinished: 'none',
      overrides: { container: { tty: true }, job: { metadata: { labels: { a: 'b' } } } },
    });
    expect(objects['Job migrate']).toMatchObject({
      metadata: { labels: { a: 'b' } },
      spec: {
        completions: 10,
        parallelism: 4,
        completionMode: 'Indexed',
        backoffLimitPerIndex: 1,
        maxFailedIndexes: 2,
        podFailurePolicy: { rules },
        successPolicy: { rules: [{ succeededCount: 8 }] },
        podReplacementPolicy: 'Failed',
        activeDeadlineSeconds: 60,
        suspend: true,
        managedBy: 'example.com/queue',
        template: { spec: { restartPolicy: 'Never', containers: [{ tty: true }] } },
      },
    });
    expect(at(objects['Job migrate'], 'spec', 'ttlSecondsAfterFinished')).toBeUndefined();
  });
});
