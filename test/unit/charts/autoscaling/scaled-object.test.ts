import { AwsIdentity, ScaledObject, StatefulService, TriggerAuthentication } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';

const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' };
const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'mailer' };
const podIdentity = eksEnvironment({ identity: { ...eksEnvironment().identity, mode: 'podIdentity' } });
const queueUrl = 'https://sqs.eu-west-1.amazonaws.com/111122223333/mails';

describe('ScaledObject', () => {
  it('scales by a queue, which the role of the workload asks', () => {
    expect(
      render(
        (chart) => new ScaledObject(chart, 'mailer', { target, maxReplicas: 5, triggers: [{ sqs: { queueUrl } }] }),
      ),
    ).toEqual({
      'ScaledObject mailer': {
        apiVersion: 'keda.sh/v1alpha1',
        kind: 'ScaledObject',
        metadata: { name: 'mailer', namespace: 'shop', labels },
        spec: {
          scaleTargetRef: target,
          maxReplicaCount: 5,
          triggers: [
            {
              type: 'aws-sqs-queue',
              metadata: { queueURL: queueUrl, awsRegion: 'eu-west-1' },
              authenticationRef: { name: 'mailer' },
            },
          ],
        },
      },
      'TriggerAuthentication mailer': {
        apiVersion: 'keda.sh/v1alpha1',
        kind: 'TriggerAuthentication',
        metadata: { name: 'mailer', namespace: 'shop', labels },
        spec: { podIdentity: { provider: 'aws', identityOwner: 'workload' } },
      },
    });
  });

  it('says all that can be said', () => {
    const rendered = render((chart) => {
      const ports = [{ name: 'http', containerPort: 8080 }];
      new ScaledObject(chart, 'all', {
        target: new StatefulService(chart, 'db', { image: 'a:1', ports, replicas: 'external' }),
        minReplicas: 2,
        maxReplicas: 9,
        idleReplicas: 0,
        pollingSeconds: 10,
        cooldownSeconds: 60,
        initialCooldownSeconds: 5,
        fallback: { failures: 3, replicas: 4, behavior: 'currentReplicasIfHigher' },
        behavior: {
          scaleUp: { selectPolicy: 'Max', policies: [{ type: 'Pods', value: 4, periodSeconds: 15 }] },
          scaleDown: { stabilizationWindowSeconds: 600 },
        },
        formula: { formula: 'a + b', target: '5', activationTarget: '1', metricType: 'Value' },
        autoscalerName: 'db',
        restoreReplicas: true,
        envFromContainer: 'db',
        identity: 'keda',
        triggers: [{ name: 'a', sqs: { queueUrl }, useCachedMetrics: true, metricType: 'Value' }],
        overrides: {
          scaledObject: { metadata: { annotations: { 'autoscaling.keda.sh/paused': 'true' } } },
          triggerAuthentication: { spec: { podIdentity: { externalID: 'x' } } },
        },
      });
    });
    expect(at(rendered['ScaledObject all'], 'metadata', 'annotations')).toEqual({
      'autoscaling.keda.sh/paused': 'true',
    });
    expect(at(rendered['TriggerAuthentication all'], 'spec')).toEqual({
      podIdentity: { provider: 'aws', externalID: 'x' },
    });
    expect(at(rendered['ScaledObject all'], 'spec')).toEqual({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'db', envSourceContainerName: 'db' },
      minReplicaCount: 2,
      maxReplicaCount: 9,
      idleReplicaCount: 0,
      pollingInterval: 10,
      cooldownPeriod: 60,
      initialCooldownPeriod: 5,
      fallback: { failureThreshold: 3, replicas: 4, behavior: 'currentReplicasIfHigher' },
      advanced: {
        horizontalPodAutoscalerConfig: {
          name: 'db',
          behavior: {
            scaleUp: { selectPolicy: 'Max', policies: [{ type: 'Pods', value: 4, periodSeconds: 15 }] },
            scaleDown: { stabilizationWindowSeconds: 600 },
          },
        },
        restoreToOriginalReplicaCount: true,
        scalingModifiers: { formula: 'a + b', target: '5', activationTarget: '1', metricType: 'Value' },
      },
      triggers: [
        {
          type: 'aws-sqs-queue',
          name: 'a',
          metricType: 'Value',
          useCachedMetrics: true,
          metadata: { queueURL: queueUrl, awsRegion: 'eu-west-1' },
          authenticationRef: { name: 'all' },
        },
      ],
    });
  });

  it('writes each trigger as KEDA spells it, all values as text', () => {
    const rendered = render((chart) => {
      const authentication = new TriggerAuthentication(chart, 'broker', {
        secrets: [{ parameter: 'password', secret: 'broker', key: 'password' }],
      });
      new ScaledObject(chart, 'all', {
        target,
        minReplicas: 1,
        maxReplicas: 9,
        identity: { iamRole: 'carts' },
        triggers: [
          { kinesis: { streamName: 's', shardCount: 4, region: 'us-east-1' } },
          {
            dynamoDbStreams: { tableName: 't' },
            authentication: { name: 'all', kind: 'ClusterTriggerAuthentication' },
          },
          {
            cloudWatch: {
              targetMetricValue: 2.5,
              minMetricValue: 0,
              namespace: 'AWS/SQS',
              metricName: 'Depth',
              dimensionName: ['QueueName', 'Stage'],
              dimensionValue: ['mails', 'prod'],
              metricStat: 'Sum',
              ignoreNullValues: false,
            },
          },
          { prometheus: { serverAddress: 'http://prometheus:9090', query: 'sum(up)', threshold: 3 } },
          {
            kafka: {
              bootstrapServers: ['a:9098', 'b:9098'],
              consumerGroup: 'g',
              topic: 't',
              mskIamRegion: 'eu-west-1',
            },
          },
          { kafka: { bootstrapServers: { env: 'BROKERS' }, consumerGroup: { env: 'GROUP' } }, authentication },
          { cron: { timezone: 'Europe/Berlin', start: '0 8 * * 1-5', end: '0 18 * * 1-5', desiredReplicas: 3 } },
          { cpu: { value: 70, containerName: 'mailer' } },
          { memory: { value: '1Gi' }, metricType: 'AverageValue' },
          { type: 'rabbitmq', metadata: { queueName: 'q', value: '20' }, authentication: 'broker' },
        ],
      });
    });
    expect(at(rendered['ScaledObject all'], 'spec', 'triggers')).toEqual([
      {
        type: 'aws-kinesis-stream',
        metadata: { streamName: 's', shardCount: '4', awsRegion: 'us-east-1' },
        authenticationRef: { name: 'all' },
      },
      {
        type: 'aws-dynamodb-streams',
        metadata: { tableName: 't', awsRegion: 'eu-west-1' },
        authenticationRef: { name: 'all', kind: 'ClusterTriggerAuthentication' },
      },
      {
        type: 'aws-cloudwatch',
        metadata: {
          targetMetricValue: '2.5',
          minMetricValue: '0',
          namespace: 'AWS/SQS',
          metricName: 'Depth',
          dimensionName: 'QueueName;Stage',
          dimensionValue: 'mails;prod',
          metricStat: 'Sum',
          ignoreNullValues: 'false',
          awsRegion: 'eu-west-1',
        },
        authenticationRef: { name: 'all' },
      },
      { type: 'prometheus', metadata: { serverAddress: 'http://prometheus:9090', query: 'sum(up)', threshold: '3' } },
      {
        type: 'kafka',
        metadata: {
          bootstrapServers: 'a:9098,b:9098',
          consumerGroup: 'g',
          topic: 't',
          awsRegion: 'eu-west-1',
          sasl: 'oauthbearer',
          saslTokenProvider: 'aws_msk_iam',
          tls: 'enable',
        },
        authenticationRef: { name: 'all' },
      },
      {
        type: 'kafka',
        metadata: { bootstrapServersFromEnv: 'BROKERS', consumerGroupFromEnv: 'GROUP' },
        authenticationRef: { name: 'broker' },
      },
      {
        type: 'cron',
        metadata: { timezone: 'Europe/Berlin', start: '0 8 * * 1-5', end: '0 18 * * 1-5', desiredReplicas: '3' },
      },
      { type: 'cpu', metricType: 'Utilization', metadata: { value: '70', containerName: 'mailer' } },
      { type: 'memory', metricType: 'AverageValue', metadata: { value: '1Gi' } },
      { type: 'rabbitmq', metadata: { queueName: 'q', value: '20' }, authenticationRef: { name: 'broker' } },
    ]);
    expect(at(rendered['TriggerAuthentication all'], 'spec', 'podIdentity')).toEqual({
      provider: 'aws',
      roleArn: 'arn:aws:iam::111122223333:role/retail/carts',
    });
    expect(at(rendered['TriggerAuthentication broker'], 'spec')).toEqual({
      secretTargetRef: [{ parameter: 'password', name: 'broker', key: 'password' }],
    });
  });

  it('is rendered under Pod Identity and on a plain cluster where KEDA can ask', () => {
    const own = render((chart) => new TriggerAuthentication(chart, 'a', { identity: 'keda' }), podIdentity);
    expect(at(own['TriggerAuthentication a'], 'spec')).toEqual({ podIdentity: { provider: 'aws' } });
    const annotated = render((chart) => {
      const identity = new AwsIdentity(chart, 'orders', { iamRole: 'carts', mechanism: 'irsa' });
      return new TriggerAuthentication(chart, 'a', { identity });
    }, podIdentity);
    expect(at(annotated['TriggerAuthentication a'], 'spec')).toEqual({
      podIdentity: { provider: 'aws', identityOwner: 'workload' },
    });
    const local = render(
      (chart) =>
        new ScaledObject(chart, 'a', {
          target,
          maxReplicas: 2,
          triggers: [{ sqs: { queueUrl, region: 'eu-west-1' } }],
        }),
      kubernetesEnvironment(),
    );
    expect(Object.keys(local)).toEqual(['TriggerAuthentication a', 'ScaledObject a']);
  });
});
