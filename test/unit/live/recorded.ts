import { EKSClient } from '@aws-sdk/client-eks';
import type { AnswerLimits } from '../../../src/live/limits';
import { readFacts } from '../../../src/live/read-facts';
import { type Answer, json, withEks } from '../../support/eks-server';
import { eksEnvironment } from '../../support/environment';

export const ARN = 'arn:aws:eks:eu-west-1:111122223333:cluster/test-cluster';

/** A cluster with two pages of node groups, as the service answers. */
export const cluster: Answer = (path, response) => {
  const [route, query] = path.split('?');
  const second = query?.includes('nextToken') === true;
  switch (route) {
    case '/clusters/test-cluster':
      return json(response, {
        cluster: {
          name: 'test-cluster',
          arn: ARN,
          version: '1.34',
          createdAt: 1,
          identity: { oidc: { issuer: 'https://oidc.eks.eu-west-1.amazonaws.com/id/ABC' } },
          resourcesVpcConfig: { vpcId: 'vpc-1', subnetIds: ['subnet-b', 'subnet-a'] },
          certificateAuthority: { data: 'never written' },
        },
      });
    case '/clusters/test-cluster/node-groups':
      return json(response, second ? { nodegroups: ['a'] } : { nodegroups: ['b'], nextToken: 'more' });
    case '/clusters/test-cluster/fargate-profiles':
      return json(response, { fargateProfileNames: ['games'] });
    case '/clusters/test-cluster/fargate-profiles/games':
      return json(response, {
        fargateProfile: { fargateProfileName: 'games', status: 'ACTIVE', selectors: [{ namespace: 'games' }] },
      });
    default: {
      const name = route?.split('/').at(-1);
      return json(response, {
        nodegroup: {
          nodegroupName: name,
          status: 'ACTIVE',
          scalingConfig: { minSize: 1, maxSize: 3, desiredSize: 2 },
          modifiedAt: 2,
        },
      });
    }
  }
};

/** What a reading makes of a server's answers. */
export function read(answer: Answer, maxAttempts = 1, limits?: AnswerLimits) {
  return withEks(answer, async (endpoint, calls) => {
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const client = new EKSClient({
      endpoint,
      region: 'eu-west-1',
      credentials,
      maxAttempts,
      requestHandler: { requestTimeout: 500, throwOnRequestTimeout: true },
    });
    return { facts: await readFacts(client, eksEnvironment(), limits), calls };
  });
}
