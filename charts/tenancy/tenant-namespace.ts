import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { KubeLimitRange, type KubeNamespace, KubeResourceQuota } from '../../imports/k8s';
import { environmentOf } from '../../src/model/environment-context';
import { first } from '../../src/model/lists';
import { namespacePlace } from '../fargate/namespace-place';
import { judgeTeamRbac, TeamRbac } from '../identity/team-rbac';
import type { Labels } from '../shared/labels';
import { onlyMade, onlyNamed } from '../shared/made';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { AppNamespace, type AppNamespaceProps, judgeNamespaceName } from './app-namespace';
import { NetworkDefaults, type NetworkDefaultsProps, policySpecs } from './network-defaults';
import { type ScopedQuota, scopedQuotaProblems, scopedSpec } from './scoped-quota';
import {
  containerDefaults,
  defaultsProblems,
  hardLimits,
  quotaProblems,
  type TenantDefaults,
  type TenantQuota,
} from './tenant-quota';
import { DEFAULT_TEAM, type NamedTeam, type TenantTeam, teamNameProblems, teamRights } from './tenant-team';

export interface TenantNamespaceProps extends Omit<AppNamespaceProps, 'overrides'> {
  /** False for a namespace without limits. */
  readonly quota: TenantQuota | false;
  /** Further quotas for some of the Pods or claims, such as those of a PriorityClass. `@default` - none */
  readonly scopedQuotas?: readonly ScopedQuota[];
  /** What containers get that state nothing; false leaves the LimitRange out. */
  readonly defaults?: TenantDefaults | false;
  /** Labels that the Pods have anyway, where a Fargate profile's selector asks for one by a pattern. `@default` - none */
  readonly podLabels?: Labels;
  /**
   * False leaves all policies out: the namespace is open. They are left out as well where a Fargate profile takes every Pod of
   * the namespace, since none holds there. `@default` - those of NetworkDefaults
   */
  readonly network?: Omit<NetworkDefaultsProps, 'namespace'> | false;
  /** Who works in the namespace. `@default` - nobody; TeamRbac may say it elsewhere */
  readonly team?: TenantTeam;
  /** Further teams of the same namespace, each with rights of its own under its name. `@default` - none */
  readonly teams?: readonly NamedTeam[];
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: {
    readonly namespace?: Patch;
    readonly quota?: Patch;
    readonly limitRange?: Patch;
    /** By the names of the quotas. */
    readonly scopedQuotas?: Readonly<Record<string, Patch>>;
  };
}

/**
 * A namespace that the platform gives to a team: Pod Security, quota, defaults for Pods that state no requests, and a
 * network that is closed but for DNS, the namespace itself and load balancers. Onboard it in a change before its apps.
 * Its Pods run where the environment says: on Fargate where a profile selects the namespace, and give them `podLabels` then.
 * @throws ToolError with everything that is wrong with the properties
 * @example
 * import { TenantNamespace } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const tenant = (chart: Chart) =>
 *   new TenantNamespace(chart, 'shop', {
 *     quota: { cpu: '8', memory: '32Gi', pods: 40 },
 *     team: { subjects: [{ group: 'shop-team' }], clusterRole: 'view' },
 *     teams: [{ name: 'data', subjects: [{ group: 'data-team' }], grants: [{ resources: ['pods'], verbs: ['get'] }] }],
 *     scopedQuotas: [{ name: 'urgent', priorityClasses: ['urgent'], pods: 5 }],
 *     network: { callers: ['monitoring'] },
 *   });
 */
export class TenantNamespace extends Construct {
  readonly namespace: KubeNamespace;
  /** Name of the namespace. */
  readonly name: string;
  /** Where Pods with `podLabels` run, as the environment's profiles say. */
  readonly runsOn: 'fargate' | 'nodes';
  /** The profile that catches them; absent on nodes. */
  readonly fargateProfile: string | undefined;
  /** Labels to give to the workloads; none on nodes, and none where a profile takes every Pod of the namespace. */
  readonly podLabels: Labels;
  /** Absent where it is left out, as are the next three. */
  readonly quota?: KubeResourceQuota;
  readonly limitRange?: KubeLimitRange;
  /** The policies of the namespace. */
  readonly network?: NetworkDefaults;
  /** The rights of `team`. */
  readonly team?: TeamRbac;
  /** The rights of all teams, `team` first. */
  readonly teams: readonly TeamRbac[];
  /** Those of `scopedQuotas`, in their order. */
  readonly scopedQuotas: readonly KubeResourceQuota[];

  constructor(scope: Construct, id: string, props: TenantNamespaceProps) {
    super(scope, id);
    const problems = problemsWith(this, 'TenantNamespace', props, TenantNamespace);
    const { quota, overrides = {}, network = {}, defaults = {}, team, teams = [], scopedQuotas = [], ...own } = props;
    const { podLabels = {}, ...rest } = own;
    const environment = environmentOf(this);
    const name = props.name ?? id;
    this.name = name;
    if (quota !== false) quotaProblems(quota, problems);
    if (defaults !== false) defaultsProblems(defaults, problems);
    judgeNamespaceName(name, problems);
    const place = namespacePlace(name, podLabels, environment, problems);
    this.runsOn = place.profile === undefined ? 'nodes' : 'fargate';
    this.fargateProfile = place.profile;
    this.podLabels = place.podLabels;
    if (network !== false) policySpecs({ ...network, namespace: name }, environment, problems, 'network.overrides');
    scopedQuotaProblems(scopedQuotas, environment, problems);
    const made = { quota: quota !== false || 'quota is false', limitRange: defaults !== false || 'defaults is false' };
    onlyMade(overrides, made, problems);
    const quotaNames = scopedQuotas.map((one) => one.name);
    onlyNamed(overrides.scopedQuotas, quotaNames, problems, 'overrides.scopedQuotas');
    const all = [...(team === undefined ? [] : [team]), ...teams];
    teamNameProblems(all, problems);
    for (const one of all) judgeTeamRbac(teamRights(one, name), Chart.of(this).namespace, problems);
    problems.raise();
    const metadata = { name: 'tenant', namespace: name };
    this.namespace = new AppNamespace(this, id, {
      ...rest,
      name,
      ...(overrides.namespace === undefined ? {} : { overrides: { namespace: overrides.namespace } }),
    }).namespace;
    if (quota !== false) {
      const made = new KubeResourceQuota(this, 'Quota', { metadata, spec: { hard: hardLimits(quota) } });
      this.quota = override(made, overrides.quota);
    }
    if (defaults !== false) {
      const spec = { limits: [containerDefaults(defaults)] };
      this.limitRange = override(new KubeLimitRange(this, 'LimitRange', { metadata, spec }), overrides.limitRange);
    }
    if (network !== false && !place.isWhole)
      this.network = new NetworkDefaults(this, 'Network', { ...network, namespace: name });
    this.scopedQuotas = scopedQuotas.map((one) => {
      const made = new KubeResourceQuota(this, `Quota-${one.name}`, {
        metadata: { name: one.name, namespace: name },
        spec: scopedSpec(one),
      });
      return override(made, overrides.scopedQuotas?.[one.name]);
    });
    this.teams = all.map((one) => {
      const id = one === team ? 'Team' : `Team-${one.name ?? DEFAULT_TEAM}`;
      return new TeamRbac(this, id, teamRights(one, name));
    });
    if (team !== undefined) this.team = first(this.teams);
  }
}
