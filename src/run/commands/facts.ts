import { join } from 'node:path';
import { factsPolicy } from '../../knowledge/aws/facts-calls';
import { eksClient } from '../../live/client';
import { readFacts } from '../../live/read-facts';
import { loadEnvironments } from '../../load/settings/environments';
import { defined } from '../../model/defined';
import type { EksEnvironment, FargateProfile } from '../../model/environment';
import type { Problem } from '../../model/errors';
import type { Facts } from '../../model/facts';
import type { JsonValue } from '../../model/json';
import { diffObjects, type FieldDifference } from '../../model/object-diff';
import { by, byCodeUnit } from '../../model/order';
import { writeFile } from '../../write/write-file';
import { eksEnvironment } from '../survey/eks-environment';
import type { Roots } from '../survey/run-options';

export interface FactsResult {
  readonly environment: string;
  /** Between the committed reading and the live cluster. */
  readonly drift: readonly FieldDifference[];
  /** Between what environment.yaml declares and the live cluster. */
  readonly disagreements: readonly FieldDifference[];
  /** Calls that were refused: what they would tell is not in the facts. */
  readonly unread: readonly Problem[];
}

/** Reads the live cluster and writes `facts.json`; a second run changes nothing. */
export async function refreshFacts(roots: Roots, name: string): Promise<FactsResult & { readonly written: boolean }> {
  const environment = eksEnvironment(loadEnvironments(roots.project), name);
  const result = await compare(environment);
  const file = join(roots.project, 'environments', name, 'facts.json');
  return { ...result, written: writeFile(file, factsText(result.live)) };
}

/** Reads the live cluster and says what differs from the committed reading; writes nothing. */
export async function checkFacts(roots: Roots, name: string): Promise<FactsResult> {
  return compare(eksEnvironment(loadEnvironments(roots.project), name));
}

/** The least that the reader of the cluster must be allowed; AWS is not asked. */
export function readerPolicy(roots: Roots, name: string): object {
  return factsPolicy(eksEnvironment(loadEnvironments(roots.project), name));
}

async function compare(environment: EksEnvironment): Promise<FactsResult & { readonly live: Facts }> {
  const { facts: live, unread } = await readFacts(await eksClient(environment.region), environment);
  const drift = diffObjects((environment.facts ?? {}) as unknown as JsonValue, live as unknown as JsonValue);
  return { environment: environment.name, live, drift, unread, disagreements: disagreements(environment, live) };
}

/** Sorted keys, no times: the same reading gives the same bytes. */
function factsText(facts: Facts): string {
  return `${JSON.stringify(facts, withSortedKeys, 2)}\n`;
}

function withSortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(by(([key]) => key)));
}

/** Where environment.yaml and the live cluster say different things: `before` is declared, `after` is live. */
function disagreements(environment: EksEnvironment, facts: Facts): readonly FieldDifference[] {
  const { compute, identity, network, kubernetesVersion } = environment;
  const { cluster, nodeGroups, fargateProfiles } = facts;
  const found: FieldDifference[] = [];
  const compare = (field: string, declared: JsonValue | undefined, live: JsonValue | undefined): void => {
    if (live === undefined || JSON.stringify(declared) === JSON.stringify(live)) return;
    found.push({ field, ...defined({ before: declared }), after: live });
  };
  compare('kubernetesVersion', kubernetesVersion, cluster.kubernetesVersion);
  compare('network.vpcId', network.vpcId, cluster.vpcId);
  compare('compute.autoMode', compute.autoMode, cluster.autoMode);
  if (identity.oidcIssuer !== undefined) compare('identity.oidcIssuer', identity.oidcIssuer, cluster.oidcIssuer);
  compare('compute.managedNodeGroups', names(compute.managedNodeGroups), nodeGroups && names(nodeGroups));
  const declaredProfiles = selectors(compute.fargateProfiles);
  compare('compute.fargateProfiles', declaredProfiles, fargateProfiles && selectors(fargateProfiles));
  return found;
}

function names(list: readonly { readonly name: string }[]): readonly string[] {
  return list.map(({ name }) => name).sort(byCodeUnit);
}

type Profile = Pick<FargateProfile, 'name' | 'selectors'>;

/** `batch: jobs tier=low`: one text per selector of a profile. */
function selectors(profiles: readonly Profile[]): readonly string[] {
  const texts = profiles.flatMap((profile) =>
    profile.selectors.map(({ namespace, labels }) => `${profile.name}: ${[namespace, ...pairs(labels)].join(' ')}`),
  );
  return texts.sort(byCodeUnit);
}

function pairs(labels: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(labels)
    .sort(byCodeUnit)
    .map((key) => `${key}=${labels[key]}`);
}
