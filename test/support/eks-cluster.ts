import type { ServerResponse } from 'node:http';
import type { FactsCall } from '../../src/knowledge/aws/facts-calls';
import { type Answer, json } from './eks-server';

/** What a route's path holds, and whether the second page is asked for. */
export interface Asked {
  readonly names: readonly string[];
  readonly query: URLSearchParams;
}

export type Bodies = Partial<Readonly<Record<FactsCall, (asked: Asked) => object>>>;

const CLUSTER = '/clusters/([^/]+)';

/** The path of each call, as AWS's service model has it. */
export const ROUTES: Readonly<Record<FactsCall, RegExp>> = {
  DescribeCluster: route(CLUSTER),
  DescribeClusterVersions: route('/cluster-versions'),
  DescribeAddonVersions: route('/addons/supported-versions'),
  ListNodegroups: route(`${CLUSTER}/node-groups`),
  DescribeNodegroup: route(`${CLUSTER}/node-groups/([^/]+)`),
  ListFargateProfiles: route(`${CLUSTER}/fargate-profiles`),
  DescribeFargateProfile: route(`${CLUSTER}/fargate-profiles/([^/]+)`),
  ListAddons: route(`${CLUSTER}/addons`),
  DescribeAddon: route(`${CLUSTER}/addons/([^/]+)`),
  ListAccessEntries: route(`${CLUSTER}/access-entries`),
  DescribeAccessEntry: route(`${CLUSTER}/access-entries/([^/]+)`),
  ListAssociatedAccessPolicies: route(`${CLUSTER}/access-entries/([^/]+)/access-policies`),
  ListPodIdentityAssociations: route(`${CLUSTER}/pod-identity-associations`),
  DescribePodIdentityAssociation: route(`${CLUSTER}/pod-identity-associations/([^/]+)`),
  ListIdentityProviderConfigs: route(`${CLUSTER}/identity-provider-configs`),
  DescribeIdentityProviderConfig: route(`${CLUSTER}/identity-provider-configs/describe`),
  ListInsights: route(`${CLUSTER}/insights`),
  DescribeInsight: route(`${CLUSTER}/insights/([^/]+)`),
  ListCapabilities: route(`${CLUSTER}/capabilities`),
  DescribeCapability: route(`${CLUSTER}/capabilities/([^/]+)`),
  ListUpdates: route(`${CLUSTER}/updates`),
  DescribeUpdate: route(`${CLUSTER}/updates/([^/]+)`),
};

function route(path: string): RegExp {
  return new RegExp(`^${path}$`);
}

/** Which call a path is of; the first row that fits, so `describe` of an identity provider stands for itself. */
export function callOf(url: string): { readonly call: FactsCall; readonly asked: Asked } | undefined {
  const { pathname, searchParams: query } = new URL(url, 'http://127.0.0.1');
  for (const [call, path] of Object.entries(ROUTES)) {
    const match = path.exec(pathname);
    if (match !== null)
      return { call: call as FactsCall, asked: { names: match.slice(1).map(decodeURIComponent), query } };
  }
  return undefined;
}

/** A loopback EKS that answers from bodies. @param see every body, such as a judge of them */
export function eksOf(bodies: Bodies, see: (call: FactsCall, body: object) => void = () => undefined): Answer {
  return (url: string, response: ServerResponse) => {
    const found = callOf(url);
    const make = found && bodies[found.call];
    if (found === undefined || make === undefined) throw new Error(`nobody answers ${url}`);
    const body = make(found.asked);
    see(found.call, body);
    json(response, body);
  };
}

/** The lists of a cluster that has nothing. */
export const NOTHING: Bodies = {
  DescribeClusterVersions: () => ({ clusterVersions: [] }),
  DescribeAddonVersions: () => ({ addons: [] }),
  ListNodegroups: () => ({ nodegroups: [] }),
  ListFargateProfiles: () => ({ fargateProfileNames: [] }),
  ListAddons: () => ({ addons: [] }),
  ListAccessEntries: () => ({ accessEntries: [] }),
  ListPodIdentityAssociations: () => ({ associations: [] }),
  ListIdentityProviderConfigs: () => ({ identityProviderConfigs: [] }),
  ListInsights: () => ({ insights: [] }),
  ListCapabilities: () => ({ capabilities: [] }),
  ListUpdates: () => ({ updateIds: [] }),
};
