import type { EksEnvironment } from '../../model/environment';
import type { Facts } from '../../model/facts';
import type { JsonValue } from '../../model/json';
import type { FieldDifference } from '../../model/object-diff';
import { byCodeUnit } from '../../model/order';

/** Where environment.yaml and the live cluster say different things: `before` is declared, `after` is live. */
export function disagreements(environment: EksEnvironment, facts: Facts): readonly FieldDifference[] {
  const found: FieldDifference[] = [];
  const compare = (field: string, declared: JsonValue | undefined, live: JsonValue | undefined): void => {
    if (live === undefined || JSON.stringify(declared) === JSON.stringify(live)) return;
    found.push({ field, ...(declared === undefined ? {} : { before: declared }), after: live });
  };
  const { cluster } = facts;
  compare('kubernetesVersion', environment.kubernetesVersion, cluster.kubernetesVersion);
  compare('network.vpcId', environment.network.vpcId, cluster.vpcId);
  compare('compute.autoMode', environment.compute.autoMode, cluster.autoMode);
  if (environment.identity.oidcIssuer !== undefined)
    compare('identity.oidcIssuer', environment.identity.oidcIssuer, cluster.oidcIssuer);
  compare(
    'compute.managedNodeGroups',
    names(environment.compute.managedNodeGroups),
    facts.nodeGroups && names(facts.nodeGroups),
  );
  compare(
    'compute.fargateProfiles',
    selectors(environment.compute.fargateProfiles),
    facts.fargateProfiles && selectors(facts.fargateProfiles),
  );
  return found;
}

function names(list: readonly { readonly name: string }[]): readonly string[] {
  return list.map((one) => one.name).sort(byCodeUnit);
}

function selectors(
  profiles: readonly {
    readonly name: string;
    readonly selectors: readonly { readonly namespace: string; readonly labels: Readonly<Record<string, string>> }[];
  }[],
): readonly string[] {
  return profiles
    .flatMap((p) =>
      p.selectors.map(
        (s) =>
          `${p.name}: ${s.namespace}${Object.keys(s.labels)
            .sort()
            .map((k) => ` ${k}=${s.labels[k]}`)
            .join('')}`,
      ),
    )
    .sort(byCodeUnit);
}
