import { defined } from '../../model/defined';
import type {
  CapabilityFacts,
  ClusterFacts,
  ClusterVersionFacts,
  Facts,
  InsightFacts,
  UpdateFacts,
} from '../../model/facts';
import { by } from '../../model/order';
import type { Answer } from '../answer';
import type { Reader } from '../reader';
import { healthIssues, sorted } from './parts';

const CATEGORIES = ['MISCONFIGURATION', 'UPGRADE_READINESS'];

/** All insights; those that do not pass, with what they name. */
export async function readInsights(reader: Reader): Promise<readonly InsightFacts[]> {
  const clusterName = reader.environment.clusterName;
  const input = { clusterName, filter: { categories: CATEGORIES } };
  const listed = await reader.pages('ListInsights', input, (page) =>
    page.parts('insights')?.map((insight) => ({ id: insight.requiredText('id'), facts: insightFacts(insight) })),
  );
  const found = await reader.each(listed, ({ id, facts }) => {
    if (facts.status === 'PASSING') return Promise.resolve(facts);
    return reader.ask('DescribeInsight', { clusterName, id }, (answer) =>
      detailedFacts(answer.requiredPart('insight')),
    );
  });
  return found.sort(
    by(
      ({ category }) => category,
      ({ name }) => name,
      ({ kubernetesVersion = '' }) => kubernetesVersion,
    ),
  );
}

function insightFacts(insight: Answer): InsightFacts {
  const status = insight.part('insightStatus')?.text('status') ?? 'UNKNOWN';
  return defined({
    name: insight.requiredText('name'),
    category: insight.requiredText('category'),
    kubernetesVersion: insight.text('kubernetesVersion'),
    status,
    reason: status === 'PASSING' ? undefined : insight.part('insightStatus')?.text('reason'),
  });
}

/** Without numbers of calls and times, which are others each day. */
export function detailedFacts(insight: Answer): InsightFacts {
  const summary = insight.part('categorySpecificSummary');
  const deprecations = summary?.parts('deprecationDetails')?.map((one) =>
    defined({
      usage: one.requiredText('usage'),
      replacedWith: one.text('replacedWith'),
      stopServingVersion: one.text('stopServingVersion'),
      clients: someOf(one.parts('clientStats')?.flatMap((client) => client.text('userAgent') ?? [])),
    }),
  );
  const addOns = summary?.parts('addonCompatibilityDetails')?.map((one) => ({
    name: one.requiredText('name'),
    versions: sorted(one.texts('compatibleVersions')) ?? [],
  }));
  const resources = insight
    .parts('resources')
    ?.flatMap((one) => one.text('kubernetesResourceUri') ?? one.text('arn') ?? []);
  return defined({
    ...insightFacts(insight),
    deprecations: deprecations?.length === 0 ? undefined : deprecations?.sort(by(({ usage }) => usage)),
    resources: someOf(resources),
    addOns: addOns?.length === 0 ? undefined : addOns?.sort(by(({ name }) => name)),
  });
}

function someOf(list: readonly string[] | undefined): readonly string[] | undefined {
  return list === undefined || list.length === 0 ? undefined : sorted([...new Set(list)]);
}

export async function readCapabilities(reader: Reader): Promise<readonly CapabilityFacts[]> {
  const clusterName = reader.environment.clusterName;
  const names = await reader.pages('ListCapabilities', { clusterName }, (page) =>
    page.parts('capabilities')?.map((one) => one.requiredText('capabilityName')),
  );
  const capabilities = await reader.each(names, (capabilityName) =>
    reader.ask('DescribeCapability', { clusterName, capabilityName }, (answer) =>
      capabilityFacts(answer.requiredPart('capability')),
    ),
  );
  return capabilities.sort(by(({ name }) => name));
}

export function capabilityFacts(capability: Answer): CapabilityFacts {
  const argoCd = capability.part('configuration')?.part('argoCd');
  return defined({
    name: capability.requiredText('capabilityName'),
    type: capability.text('type'),
    status: capability.text('status'),
    version: capability.text('version'),
    roleArn: capability.text('roleArn'),
    namespace: argoCd?.text('namespace'),
    serverUrl: argoCd?.text('serverUrl'),
    healthIssues: healthIssues(capability),
  });
}

/** EKS says UPDATING of whatever is being updated: only there are the updates asked for. */
export async function readUpdates(
  reader: Reader,
  cluster: ClusterFacts,
  { nodeGroups = [], addOns = [] }: Pick<Facts, 'nodeGroups' | 'addOns'>,
): Promise<readonly UpdateFacts[]> {
  const name = reader.environment.clusterName;
  const isUpdating = ({ status }: { readonly status?: string }) => status === 'UPDATING';
  const asked = [
    ...(isUpdating(cluster) ? [{ of: 'cluster', input: { name } }] : []),
    ...nodeGroups
      .filter(isUpdating)
      .map((one) => ({ of: `node group ${one.name}`, input: { name, nodegroupName: one.name } })),
    ...addOns.filter(isUpdating).map((one) => ({ of: `add-on ${one.name}`, input: { name, addonName: one.name } })),
  ];
  const found = await reader.each(asked, async ({ of, input }) => {
    const ids = await reader.pages('ListUpdates', input, (page) => page.texts('updateIds'));
    const updates = await reader.each(ids, (updateId) =>
      reader.ask('DescribeUpdate', { ...input, updateId }, (answer) => {
        const update = answer.requiredPart('update');
        return { type: update.requiredText('type'), of, status: update.text('status') };
      }),
    );
    return updates.flatMap(({ status, ...update }) => (status === 'InProgress' ? [update] : []));
  });
  return found.flat().sort(
    by(
      ({ of }) => of,
      ({ type }) => type,
    ),
  );
}

/** The version of the cluster and the one above it, as far as EKS offers it. */
export async function readClusterVersions(reader: Reader, version: string): Promise<readonly ClusterVersionFacts[]> {
  const wanted = [version, nextVersion(version)];
  const found = await reader.pages('DescribeClusterVersions', { includeAll: true }, (page) =>
    page.parts('clusterVersions')?.map((one) =>
      defined({
        version: one.requiredText('clusterVersion'),
        status: one.text('versionStatus'),
        endOfStandardSupport: one.day('endOfStandardSupportDate'),
        endOfExtendedSupport: one.day('endOfExtendedSupportDate'),
      }),
    ),
  );
  return found.filter((one) => wanted.includes(one.version)).sort(by((one) => one.version));
}

export function nextVersion(version: string): string {
  const [major, minor] = version.split('.');
  return `${major}.${Number(minor) + 1}`;
}
