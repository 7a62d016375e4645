import type { EKSClient } from '@aws-sdk/client-eks';
import type { EksEnvironment } from '../model/environment';
import { isToolError, type Problem, ToolError } from '../model/errors';
import type { Facts } from '../model/facts';
import { by } from '../model/order';
import { Answer } from './answer';
import { inBatches } from './batches';
import { explain } from './explain';
import { clusterFacts, nodeGroupFacts, profileFacts, requireSameCluster } from './facts-of';
import { ANSWER_LIMITS, type AnswerLimits, BeyondLimit, limitBytes, within } from './limits';

/** Requests in flight at once; EKS throttles describe calls per account. */
const CONCURRENCY = 4;

/**
 * Reads one cluster with its node groups and Fargate profiles. The facts are sorted and hold no times or certificates.
 * @throws ToolError LIVE with every missing permission and every answer that cannot be used, FACTS when the cluster is
 * not the declared one
 */
export async function readFacts(
  client: EKSClient,
  environment: EksEnvironment,
  limits: AnswerLimits = ANSWER_LIMITS,
): Promise<Facts> {
  const eks = await import('../live/sdk.js');
  limitBytes(client, limits.bytes);
  const name = environment.clusterName;
  const problems: Problem[] = [];
  const attempt = async <T>(action: string, call: (options: CallOptions) => Promise<T>): Promise<T | undefined> => {
    try {
      return await within(limits.seconds, (abortSignal) => call({ abortSignal }));
    } catch (error) {
      if (isToolError(error)) throw error;
      problems.push(explain(error, action, environment));
      return undefined;
    }
  };
  const cluster = await attempt('DescribeCluster', async (options) => {
    const answer = Answer.of(await client.send(new eks.DescribeClusterCommand({ name }), options), '');
    const described = answer.part('cluster');
    if (described !== undefined) requireSameCluster(described, environment);
    return described === undefined ? undefined : clusterFacts(described);
  });
  if (cluster === undefined) throw new ToolError('LIVE', problems.length > 0 ? problems : [NO_CLUSTER]);
  const nodeGroups = await attempt('ListNodegroups', (options) =>
    all(eks.paginateListNodegroups({ client }, { clusterName: name }, options), 'nodegroups', limits.names),
  );
  const profiles = await attempt('ListFargateProfiles', (options) =>
    all(
      eks.paginateListFargateProfiles({ client }, { clusterName: name }, options),
      'fargateProfileNames',
      limits.names,
    ),
  );
  const groups = await inBatches(nodeGroups ?? [], CONCURRENCY, (nodegroupName) =>
    attempt('DescribeNodegroup', async (options) => {
      const command = new eks.DescribeNodegroupCommand({ clusterName: name, nodegroupName });
      return nodeGroupFacts(Answer.of((await client.send(command, options)).nodegroup, 'nodegroup'));
    }),
  );
  const fargate = await inBatches(profiles ?? [], CONCURRENCY, (fargateProfileName) =>
    attempt('DescribeFargateProfile', async (options) => {
      const command = new eks.DescribeFargateProfileCommand({ clusterName: name, fargateProfileName });
      return profileFacts(Answer.of((await client.send(command, options)).fargateProfile, 'fargateProfile'));
    }),
  );
  if (problems.length > 0) throw new ToolError('LIVE', withoutRepeats(problems));
  return {
    schemaVersion: 1,
    clusterName: name,
    accountId: environment.accountId,
    region: environment.region,
    cluster,
    nodeGroups: groups.filter((one) => one !== undefined).sort(by((group) => group.name)),
    fargateProfiles: fargate.filter((one) => one !== undefined).sort(by((profile) => profile.name)),
  };
}

interface CallOptions {
  readonly abortSignal: AbortSignal;
}

const NO_CLUSTER: Problem = {
  message: 'AWS answered eks:DescribeCluster without a cluster.',
  fix: 'run the command again later.',
};

/** The names on all pages. */
async function all(pages: AsyncIterable<unknown>, key: string, most: number): Promise<string[]> {
  const found: string[] = [];
  for await (const page of pages) {
    found.push(...(Answer.of(page, '').texts(key) ?? []));
    if (found.length > most) throw new BeyondLimit(`has more than ${most} names`);
  }
  return found;
}

/** Problems without repeats: several calls may lack the same permission. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(
    (problem, index) => problems.findIndex((other) => other.message === problem.message) === index,
  );
}
