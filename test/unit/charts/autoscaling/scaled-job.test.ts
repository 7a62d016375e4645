import { ScaledJob, type ScaledJobProps } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { render } from '../../../support/render';

const image = 'example.com/transcode:1';
const queueUrl = 'https://sqs.eu-west-1.amazonaws.com/111122223333/videos';
const own = { 'app.kubernetes.io/name': 'transcode', 'app.kubernetes.io/part-of': 'shop' };
const labels = { ...own, 'app.kubernetes.io/managed-by': 'cdk8s-eks' };
const make = (props: Partial<ScaledJobProps> = {}) =>
  render(
    (chart) =>
      void new ScaledJob(chart, 'transcode', { image, maxReplicas: 20, triggers: [{ sqs: { queueUrl } }], ...props }),
  );

describe('ScaledJob', () => {
  it('starts Jobs by a queue, which their own role asks, and lets them end when it changes', () => {
    expect(make()).toEqual({
      'ScaledJob transcode': {
        apiVersion: 'keda.sh/v1alpha1',
        kind: 'ScaledJob',
        metadata: { name: 'transcode', namespace: 'shop', labels },
        spec: {
          jobTargetRef: {
            backoffLimit: 3,
            ttlSecondsAfterFinished: 3600,
            template: {
              metadata: { labels: own },
              spec: {
                automountServiceAccountToken: false,
                containers: [
                  {
                    name: 'transcode',
                    image,
                    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
                    securityContext: {
                      allowPrivilegeEscalation: false,
                      readOnlyRootFilesystem: true,
                      capabilities: { drop: ['ALL'] },
                    },
                  },
                ],
                enableServiceLinks: false,
                restartPolicy: 'OnFailure',
                securityContext: {
                  runAsNonRoot: true,
                  runAsUser: 65532,
                  runAsGroup: 65532,
                  fsGroup: 65532,
                  seccompProfile: { type: 'RuntimeDefault' },
                },
                serviceAccountName: 'transcode',
              },
            },
          },
          maxReplicaCount: 20,
          rollout: { strategy: 'gradual' },
          triggers: [
            {
              type: 'aws-sqs-queue',
              metadata: { queueURL: queueUrl, awsRegion: 'eu-west-1' },
              authenticationRef: { name: 'transcode' },
            },
          ],
        },
      },
      'ServiceAccount transcode': {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'transcode', namespace: 'shop', labels },
        automountServiceAccountToken: false,
      },
      'TriggerAuthentication transcode': {
        apiVersion: 'keda.sh/v1alpha1',
        kind: 'TriggerAuthentication',
        metadata: { name: 'transcode', namespace: 'shop', labels },
        spec: { podIdentity: { provider: 'aws', identityOwner: 'workload' } },
      },
    });
  });

  it('says all that can be said', () => {
    const made = make({
      minReplicas: 1,
      pollingSeconds: 10,
      scaling: {
        strategy: 'custom',
        customQueueLengthDeduction: 1,
        customRunningJobPercentage: '0.5',
        pendingPodConditions: ['Ready'],
        multipleScalersCalculation: 'sum',
      },
      rollout: 'immediate',
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 2,
      envFromContainer: 'transcode',
      parallelism: 2,
      ttlSecondsAfterFinished: 'none',
      restartPolicy: 'Never',
      identity: 'keda',
      overrides: {
        scaledJob: { metadata: { annotations: { 'autoscaling.keda.sh/paused': 'true' } } },
        triggerAuthentication: { spec: { podIdentity: { externalID: 'x' } } },
        container: { tty: true },
        serviceAccount: { metadata: { labels: { a: 'b' } } },
      },
    });
    const {
      jobTargetRef,
      triggers: _triggers,
      ...spec
    } = at(made['ScaledJob transcode'], 'spec') as Record<string, unknown>;
    expect(spec).toEqual({
      minReplicaCount: 1,
      maxReplicaCount: 20,
      pollingInterval: 10,
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 2,
      envSourceContainerName: 'transcode',
      scalingStrategy: {
        strategy: 'custom',
        customScalingQueueLengthDeduction: 1,
        customScalingRunningJobPercentage: '0.5',
        pendingPodConditions: ['Ready'],
        multipleScalersCalculation: 'sum',
      },
    });
    expect(jobTargetRef).toMatchObject({
      parallelism: 2,
      template: { spec: { restartPolicy: 'Never', containers: [{ tty: true }] } },
    });
    expect(at(jobTargetRef, 'ttlSecondsAfterFinished')).toBeUndefined();
    expect(at(made['ScaledJob transcode'], 'metadata', 'annotations')).toEqual({
      'autoscaling.keda.sh/paused': 'true',
    });
    expect(at(made['TriggerAuthentication transcode'], 'spec')).toEqual({
      podIdentity: { provider: 'aws', externalID: 'x' },
    });
    expect(at(made['ServiceAccount transcode'], 'metadata', 'labels', 'a')).toBe('b');
  });

  it('mounts the token for Jobs that may call the API', () => {
    const made = render((chart) =>
      new ScaledJob(chart, 'transcode', { image, maxReplicas: 2, triggers: [{ sqs: { queueUrl } }] }).mayRead({
        configmaps: 'all',
      }),
    );
    const pod = ['spec', 'jobTargetRef', 'template', 'spec'];
    expect(at(made['ScaledJob transcode'], ...pod, 'automountServiceAccountToken')).toBe(true);
  });
});
