import fc from 'fast-check';
import * as v from 'valibot';
import { Answer, WrongShape } from '../../../src/live/answer';
import { clusterFacts } from '../../../src/live/readings/cluster';
import { nodeGroupFacts, profileFacts } from '../../../src/live/readings/compute';
import { factsSchema } from '../../../src/load/settings/facts-schema';
import { isToolError } from '../../../src/model/errors';
import { json, type Answer as ServerAnswer } from '../../support/eks-server';
import { rejectionOf } from '../../support/thrown';
import { ARN, cluster, read } from './recorded';

const FIX =
  'fix: see what https://eks.eu-west-1.amazonaws.com answers from here, by which proxy (HTTPS_PROXY, a VPN), and run the command again.';
const HELD = 'something between here and EKS holds it back, or answers in its place.';
const LIMITS = { seconds: 0.2, whole: 60, bytes: 4096, names: 20 };

/** The recorded cluster, of which one route answers otherwise. */
const but =
  (end: string, answer: ServerAnswer): ServerAnswer =>
  (path, response) =>
    path.split('?')[0]?.endsWith(end) === true ? answer(path, response) : cluster(path, response);

const described = (more: object): ServerAnswer =>
  but('/test-cluster', (_path, response) =>
    json(response, { cluster: { name: 'test-cluster', arn: ARN, version: '1.34', ...more } }),
  );

describe('an answer of AWS', () => {
  it('6.5 a body that drips for ever is given up', async () => {
    let drip: NodeJS.Timeout | undefined;
    const dripping: ServerAnswer = (_path, response) => {
      response.setHeader('content-type', 'application/json');
      response.write('{"cluster":');
      drip = setInterval(() => response.write(' '), 5);
    };
    try {
      expect(await rejectionOf(read(dripping, 4, LIMITS))).toBe(
        `the answer of EKS in region eu-west-1 to eks:DescribeCluster did not end within 0.2 seconds: ${HELD}\n${FIX}`,
      );
    } finally {
      clearInterval(drip);
    }
  });

  it('6.5 a body without an end is read up to its limit', async () => {
    let sent = 0;
    const flooding: ServerAnswer = (_path, response) => {
      response.setHeader('content-type', 'application/json');
      const chunk = Buffer.alloc(1024, ' ');
      const more = (): void => {
        if (response.destroyed) return;
        sent += chunk.length;
        if (response.write(chunk)) setImmediate(more);
        else response.once('drain', more);
      };
      more();
    };
    expect(await rejectionOf(read(but('/games', flooding), 4, { ...LIMITS, seconds: 30 }))).toBe(
      `the answer of EKS in region eu-west-1 to eks:DescribeFargateProfile has more than 4096 bytes: ${HELD}\n${FIX}`,
    );
    expect(sent).toBeLessThan(16 * 1024 * 1024);
  });

  it('6.5 pages without an end are read up to a limit', async () => {
    let page = 0;
    const endless: ServerAnswer = (_path, response) => {
      page += 1;
      json(response, { nodegroups: ['a', 'b', 'c'], nextToken: `token-${page}` });
    };
    expect(await rejectionOf(read(but('/node-groups', endless), 1, { ...LIMITS, seconds: 30 }))).toBe(
      `the answer of EKS in region eu-west-1 to eks:ListNodegroups has more than 20 names: ${HELD}\n${FIX}`,
    );
    expect(page).toBe(7);
  });

  it.each<[string, ServerAnswer, string, string]>([
    [
      'a text as list of subnets',
      described({ resourcesVpcConfig: { subnetIds: 'subnet-a' } }),
      'DescribeCluster',
      '`cluster.resourcesVpcConfig.subnetIds` is "subnet-a", where a list belongs',
    ],
    [
      'a number as version',
      described({ version: 1.34 }),
      'DescribeCluster',
      '`cluster.version` is 1.34, where a text belongs',
    ],
    ['no version', described({ version: null }), 'DescribeCluster', '`cluster.version` is missing'],
    [
      'a text as flag',
      described({ computeConfig: { enabled: 'yes' } }),
      'DescribeCluster',
      '`cluster.computeConfig.enabled` is "yes", where true or false belongs',
    ],
    [
      'a text as list of names',
      but('/node-groups', (_p, r) => json(r, { nodegroups: 'abc' })),
      'ListNodegroups',
      '`nodegroups` is "abc", where a list belongs',
    ],
    [
      'a map among the names',
      but('/fargate-profiles', (_p, r) => json(r, { fargateProfileNames: [{}] })),
      'ListFargateProfiles',
      '`fargateProfileNames[0]` is {}, where a text belongs',
    ],
    ['no node group', but('/node-groups/a', (_p, r) => json(r, {})), 'DescribeNodegroup', '`nodegroup` is missing'],
    [
      'labels that are numbers',
      but('/node-groups/b', (_p, r) => json(r, { nodegroup: { nodegroupName: 'b', labels: { a: 1 } } })),
      'DescribeNodegroup',
      '`nodegroup.labels.a` is 1, where a text belongs',
    ],
    [
      'a selector without namespace',
      but('/games', (_p, r) => json(r, { fargateProfile: { fargateProfileName: 'games', selectors: [{}] } })),
      'DescribeFargateProfile',
      '`fargateProfile.selectors[0].namespace` is missing',
    ],
  ])('6.1 an answer of the wrong shape names its operation and field: %s', async (_what, answer, action, says) => {
    expect(await rejectionOf(read(answer))).toBe(
      `the answer of EKS in region eu-west-1 to eks:${action} has another shape than EKS gives it: ${says}.\n${FIX}`,
    );
  });

  it('6.1 an answer of any shape ends a reading as an answer that cannot be used', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue({ maxDepth: 3 }),
        fc.constantFrom('/test-cluster', '/node-groups', '/a', '/games'),
        async (body, end) => {
          const odd = but(end, (_path, response) => json(response, Object(body)));
          const error = await read(odd).then(
            () => undefined,
            (thrown: unknown) => thrown,
          );
          if (error !== undefined) expect(isToolError(error) && ['LIVE', 'FACTS'].includes(error.code)).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('6.1 an answer of any shape becomes facts that can be read again, or none', () => {
    const odd = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.string(),
      fc.array(fc.string()),
      fc.dictionary(fc.string(), fc.string()),
    );
    const cases = [
      { of: clusterFacts, schema: factsSchema.entries.cluster, right: RIGHT_CLUSTER },
      { of: nodeGroupFacts, schema: factsSchema.entries.nodeGroups.wrapped.item, right: RIGHT_GROUP },
      { of: profileFacts, schema: factsSchema.entries.fargateProfiles.wrapped.item, right: RIGHT_PROFILE },
    ];
    for (const { of, schema, right } of cases) {
      fc.assert(
        fc.property(fc.dictionary(fc.constantFrom(...Object.keys(right)), odd), (changed) => {
          let facts: unknown;
          try {
            facts = of(Answer.of({ ...right, ...changed }, ''));
          } catch (error) {
            expect(error).toBeInstanceOf(WrongShape);
            return;
          }
          expect(v.safeParse(schema, JSON.parse(JSON.stringify(facts))).issues).toBeUndefined();
        }),
      );
      expect(v.safeParse(schema, of(Answer.of(right, ''))).issues).toBeUndefined();
    }
  });
});

const RIGHT_CLUSTER = {
  arn: ARN,
  version: '1.34',
  platformVersion: 'eks.1',
  endpoint: 'https://a',
  identity: { oidc: { issuer: 'https://b' } },
  resourcesVpcConfig: { vpcId: 'vpc-1', subnetIds: ['b', 'a'], securityGroupIds: [], clusterSecurityGroupId: 'sg-1' },
  kubernetesNetworkConfig: { serviceIpv4Cidr: '10.100.0.0/16' },
  accessConfig: { authenticationMode: 'API' },
  computeConfig: { enabled: true },
  upgradePolicy: { supportType: 'STANDARD' },
};
const RIGHT_GROUP = {
  nodegroupName: 'a',
  status: 'ACTIVE',
  version: '1.34',
  releaseVersion: '1.34.1',
  amiType: 'AL2023_x86_64_STANDARD',
  capacityType: 'SPOT',
  instanceTypes: ['m7i.large'],
  labels: { a: 'b' },
  taints: [{ key: 'a', effect: 'NO_SCHEDULE' }],
  scalingConfig: { minSize: 1, maxSize: 2 },
  subnets: ['b', 'a'],
};
const RIGHT_PROFILE = {
  fargateProfileName: 'games',
  status: 'ACTIVE',
  podExecutionRoleArn: ARN,
  subnets: ['a'],
  selectors: [{ namespace: 'games', labels: { a: 'b' } }],
};
