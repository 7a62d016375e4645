import { BatchJob } from 'cdk8s-eks';
import { at, listAt } from '../../../../src/model/json';
import { karpenter } from '../../../support/node-makers';
import { render } from '../../../support/render';

const image = 'example.com/train:1';
const pods = (made: Record<string, unknown>) =>
  listAt(made['JobSet train'], 'spec', 'replicatedJobs').map((one) => at(one, 'template', 'spec', 'template', 'spec'));

describe('a BatchJob as a JobSet', () => {
  it('makes each kind of Job as the BatchJob says, where it says nothing itself', () => {
    const made = render(
      (scope) =>
        void new BatchJob(scope, 'train', {
          image,
          env: { A: '1', ROLE: 'any' },
          accelerator: { kind: 'nvidia', count: 8 },
          queue: 'research',
          managedBy: 'kueue.x-k8s.io/multikueue',
          ttlSecondsAfterFinished: 600,
          backoffLimit: 0,
          jobSet: {
            replicatedJobs: {
              driver: { accelerator: 'none', env: { ROLE: 'driver' } },
              workers: {
                replicas: 2,
                parallelism: 4,
                completions: 4,
                dependsOn: { replicatedJob: 'driver', status: 'Ready' },
              },
            },
            successPolicy: { operator: 'All', targetReplicatedJobs: ['driver'] },
            failurePolicy: { maxRestarts: 3 },
            coordinator: { replicatedJob: 'driver' },
          },
        }),
      karpenter,
    );
    expect(Object.keys(made).sort()).toEqual(['JobSet train', 'ServiceAccount train']);
    expect(at(made['JobSet train'], 'metadata', 'labels')).toEqual({
      'app.kubernetes.io/managed-by': 'cdk8s-eks',
      'app.kubernetes.io/name': 'train',
      'app.kubernetes.io/part-of': 'shop',
      'kueue.x-k8s.io/queue-name': 'research',
    });
    const job = { backoffLimit: 0, template: expect.anything(), podFailurePolicy: expect.anything() };
    expect(at(made['JobSet train'], 'spec')).toEqual({
      replicatedJobs: [
        { name: 'driver', template: { spec: job } },
        {
          name: 'workers',
          replicas: 2,
          dependsOn: [{ name: 'driver', status: 'Ready' }],
          template: { spec: { ...job, parallelism: 4, completions: 4 } },
        },
      ],
      successPolicy: { operator: 'All', targetReplicatedJobs: ['driver'] },
      failurePolicy: { maxRestarts: 3 },
      coordinator: { replicatedJob: 'driver' },
      managedBy: 'kueue.x-k8s.io/multikueue',
      ttlSecondsAfterFinished: 600,
    });
    expect(pods(made).map((pod) => at(pod, 'containers', 0, 'env'))).toEqual([
      [
        { name: 'A', value: '1' },
        { name: 'ROLE', value: 'driver' },
      ],
      [
        { name: 'A', value: '1' },
        { name: 'ROLE', value: 'any' },
      ],
    ]);
    expect(pods(made).map((pod) => at(pod, 'containers', 0, 'resources', 'limits', 'nvidia.com/gpu'))).toEqual([
      undefined,
      '8',
    ]);
  });

  it('changes containers of all kinds of Jobs, and gives all of them the token', () => {
    const made = render((scope) => {
      const sidecars = [{ name: 'log', image: 'example.com/log:1' }];
      new BatchJob(scope, 'train', {
        image,
        jobSet: { replicatedJobs: { driver: { sidecars }, workers: {} } },
        overrides: {
          jobSet: { metadata: { labels: { a: 'b' } } },
          container: { tty: true },
          containers: { log: { stdin: true } },
        },
      }).mayRead({ configmaps: 'all' });
    });
    expect(at(made['JobSet train'], 'metadata', 'labels', 'a')).toBe('b');
    expect(pods(made)).toMatchObject([
      { automountServiceAccountToken: true, containers: [{ tty: true }], initContainers: [{ stdin: true }] },
      { automountServiceAccountToken: true, containers: [{ tty: true }] },
    ]);
  });
});
