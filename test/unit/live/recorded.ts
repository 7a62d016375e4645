import { EKSClient } from '@aws-sdk/client-eks';
import type { AnswerLimits } from '../../../src/live/limits';
import { readFacts } from '../../../src/live/read-facts';
import { eksOf, NOTHING } from '../../support/eks-cluster';
import { type Answer, withEks } from '../../support/eks-server';
import { eksEnvironment } from '../../support/environment';

export const ARN = 'arn:aws:eks:eu-west-1:111122223333:cluster/test-cluster';

/** A cluster with two pages of node groups, as the service answers. */
export const cluster: Answer = eksOf({
  ...NOTHING,
  DescribeCluster: () => ({
    cluster: {
      name: 'test-cluster',
      arn: ARN,
      version: '1.34',
      createdAt: 1,
      identity: { oidc: { issuer: 'https://oidc.eks.eu-west-1.amazonaws.com/id/ABC' } },
      resourcesVpcConfig: { vpcId: 'vpc-1', subnetIds: ['subnet-b', 'subnet-a'] },
      certificateAuthority: { data: 'never written' },
    },
  }),
  ListNodegroups: ({ query }) =>
    query.get('nextToken') === null ? { nodegroups: ['b'], nextToken: 'more' } : { nodegroups: ['a'] },
  DescribeNodegroup: ({ names: [, nodegroupName] }) => ({
    nodegroup: {
      nodegroupName,
      status: 'ACTIVE',
      scalingConfig: { minSize: 1, maxSize: 3, desiredSize: 2 },
      modifiedAt: 2,
    },
  }),
  ListFargateProfiles: () => ({ fargateProfileNames: ['games'] }),
  DescribeFargateProfile: () => ({
    fargateProfile: { fargateProfileName: 'games', status: 'ACTIVE', selectors: [{ namespace: 'games' }] },
  }),
});

/** Of each command, what it is sent with. */
export type SeeInput = (command: string, input: object) => void;

/** What a reading makes of a server's answers. */
export function read(answer: Answer, maxAttempts = 1, limits?: AnswerLimits, see?: SeeInput) {
  return withEks(answer, async (endpoint, calls) => {
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const client = new EKSClient({
      endpoint,
      region: 'eu-west-1',
      credentials,
      maxAttempts,
      requestHandler: { requestTimeout: 500, throwOnRequestTimeout: true },
    });
    client.middlewareStack.add(
      (next, context) => (args) => {
        see?.(String(context['commandName']), args.input);
        return next(args);
      },
      { step: 'initialize', name: 'see' },
    );
    return { ...(await readFacts(client, eksEnvironment(), limits)), calls };
  });
}
