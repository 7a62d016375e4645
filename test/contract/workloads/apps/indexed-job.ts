import { defineApp, OneOffJob } from 'cdk8s-eks';

const work = { path: '/work', name: 'work', emptyDir: { sizeLimit: '20Gi' } } as const;

export default defineApp({
  name: 'media',
  owner: 'media',
  namespace: 'media',
  charts: (scope) =>
    new OneOffJob(scope, 'transcode', {
      image: 'public.ecr.aws/example/transcode:1.4.0',
      args: ['/work/in'],
      initContainers: [
        {
          name: 'fetch',
          image: 'public.ecr.aws/aws-cli/aws-cli:2.27.0',
          command: ['sh', '-c', 'aws s3 cp s3://media-in/$JOB_COMPLETION_INDEX /work/in'],
          resources: { cpu: '100m', memory: '256Mi' },
          mounts: [work],
        },
      ],
      resources: { cpu: '2', memory: '4Gi' },
      mounts: [work],
      completions: 12,
      parallelism: 3,
      completionMode: 'Indexed',
      backoffLimitPerIndex: 2,
      maxFailedIndexes: 4,
      activeDeadlineSeconds: 7200,
      ttlSecondsAfterFinished: 3600,
      restartPolicy: 'Never',
      podFailurePolicy: {
        rules: [
          { action: 'FailJob', onExitCodes: { containerName: 'transcode', operator: 'In', values: [42] } },
          { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
        ],
      },
    }),
});
