import type { EKSClient } from '@aws-sdk/client-eks';
import { defined } from '../model/defined';
import type { EksEnvironment } from '../model/environment';
import { type Problem, ToolError } from '../model/errors';
import type { Facts } from '../model/facts';
import { by } from '../model/order';
import { beyondWhole } from './explain';
import { ANSWER_LIMITS, type AnswerLimits, BeyondLimit, limitBytes, within } from './limits';
import { Reader } from './reader';
import { readAddOns, readAddOnVersions } from './readings/add-ons';
import { readCluster } from './readings/cluster';
import { readFargateProfiles, readNodeGroups } from './readings/compute';
import { readAccessEntries, readIdentityProviders, readPodIdentity } from './readings/identity';
import { readCapabilities, readClusterVersions, readInsights, readUpdates } from './readings/reports';

export interface FactsRead {
  readonly facts: Facts;
  /** Of the readings that are missing: each call that was refused, with what allows it. */
  readonly unread: readonly Problem[];
}

/**
 * Reads one cluster with all that EKS says of it. The facts are sorted and hold no times, certificates and secrets. A
 * reading that the credentials may not make is left out, and told.
 * @throws ToolError LIVE with every answer that cannot be used, FACTS when the cluster is not the declared one
 */
export async function readFacts(
  client: EKSClient,
  environment: EksEnvironment,
  limits: AnswerLimits = ANSWER_LIMITS,
): Promise<FactsRead> {
  const sdk = await import('../live/sdk.js');
  limitBytes(client, limits.bytes);
  try {
    return await within(limits.whole, (signal) => read(new Reader(client, sdk, environment, limits, signal)));
  } catch (error) {
    if (!(error instanceof BeyondLimit)) throw error;
    throw new ToolError('LIVE', [beyondWhole(error, environment)], { cause: error });
  }
}

async function read(reader: Reader): Promise<FactsRead> {
  const { clusterName, accountId, region } = reader.environment;
  const cluster = await reader.required(() => readCluster(reader));
  if (cluster === undefined) throw new ToolError('LIVE', reader.problems.length > 0 ? reader.problems : [NO_CLUSTER]);
  const { kubernetesVersion, authenticationMode } = cluster;
  const nodeGroups = await reader.reading('nodeGroups', () => readNodeGroups(reader));
  const fargateProfiles = await reader.reading('fargateProfiles', () => readFargateProfiles(reader));
  const clusterVersions = await reader.reading('clusterVersions', () => readClusterVersions(reader, kubernetesVersion));
  const addOns = await reader.reading('addOns', () => readAddOns(reader));
  // EKS refuses a version that it does not offer.
  const versions = [...new Set([kubernetesVersion, ...(clusterVersions ?? []).map(({ version }) => version)])];
  const addOnVersions =
    addOns &&
    (await reader.reading('addOnVersions', () => {
      const names = addOns.map(({ name }) => name);
      return readAddOnVersions(reader, names, versions);
    }));
  const facts = defined({
    schemaVersion: 1 as const,
    clusterName,
    accountId,
    region,
    cluster,
    nodeGroups,
    fargateProfiles,
    addOns,
    addOnVersions,
    accessEntries: await reader.reading('accessEntries', () => readAccessEntries(reader, authenticationMode)),
    podIdentityAssociations: await reader.reading('podIdentityAssociations', () => readPodIdentity(reader)),
    identityProviders: await reader.reading('identityProviders', () => readIdentityProviders(reader)),
    insights: await reader.reading('insights', () => readInsights(reader)),
    capabilities: await reader.reading('capabilities', () => readCapabilities(reader)),
    updates: await reader.reading('updates', () => readUpdates(reader, cluster, defined({ nodeGroups, addOns }))),
    clusterVersions,
  });
  if (reader.problems.length > 0) throw new ToolError('LIVE', reader.problems);
  return { facts: { ...facts, ...unreadOf(reader) }, unread: reader.unread.map(({ problem }) => problem) };
}

function unreadOf({ unread }: Reader): Pick<Facts, 'unread'> {
  if (unread.length === 0) return {};
  return { unread: unread.map(({ problem: _problem, ...one }) => one).sort(by(({ reading }) => reading)) };
}

const NO_CLUSTER: Problem = {
  message: 'AWS answered eks:DescribeCluster without a cluster.',
  fix: 'run the command again later.',
};
