import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { KubeLimitRange, type KubeNamespace, KubeResourceQuota } from '../../imports/k8s';
import { environmentOf } from '../../src/model/environment-context';
import type { Grant } from '../identity/grant';
import type { SubjectInput } from '../identity/rbac-subject';
import { judgeTeamRbac, TeamRbac, type TeamRbacProps } from '../identity/team-rbac';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { AppNamespace, type AppNamespaceProps, judgeNamespaceName } from './app-namespace';
import { NetworkDefaults, type NetworkDefaultsProps, policySpecs } from './network-defaults';
import {
  containerDefaults,
  defaultsProblems,
  hardLimits,
  quotaProblems,
  type TenantDefaults,
  type TenantQuota,
} from './tenant-quota';

export interface TenantNamespaceProps extends Omit<AppNamespaceProps, 'overrides'> {
  /** False for a namespace without limits. */
  readonly quota: TenantQuota | false;
  /** What containers get that state nothing; false leaves the LimitRange out. */
  readonly defaults?: TenantDefaults | false;
  /** False leaves all policies out: the namespace is open. */
  readonly network?: Omit<NetworkDefaultsProps, 'namespace'> | false;
  /** Who works in the namespace. `@default` - nobody; TeamRbac may say it elsewhere */
  readonly team?: TenantTeam;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly namespace?: Patch; readonly quota?: Patch; readonly limitRange?: Patch };
}

/** Who works in a tenant's namespace, and with which rights. */
export interface TenantTeam {
  /** Groups, users and ServiceAccounts. */
  readonly subjects: readonly SubjectInput[];
  /** An existing ClusterRole. `@default` edit, where no grants are given */
  readonly clusterRole?: 'view' | 'edit' | 'admin' | (string & {});
  /** Rights of their own, as Role `team`. */
  readonly grants?: readonly Grant[];
}

/**
 * A namespace that the platform gives to a team: Pod Security, quota, defaults for Pods that state no requests, and a
 * network that is closed but for DNS, the namespace itself and load balancers. Onboard it in a change before its apps.
 * @throws ToolError with everything that is wrong with the properties
 * @example
 * import { TenantNamespace } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const tenant = (chart: Chart) =>
 *   new TenantNamespace(chart, 'shop', {
 *     quota: { cpu: '8', memory: '32Gi', pods: 40 },
 *     team: { subjects: [{ group: 'shop-team' }], clusterRole: 'view' },
 *     network: { callers: ['monitoring'] },
 *   });
 */
export class TenantNamespace extends Construct {
  readonly namespace: KubeNamespace;
  /** Name of the namespace. */
  readonly name: string;
  /** Absent where it is left out, as are the next three. */
  readonly quota?: KubeResourceQuota;
  readonly limitRange?: KubeLimitRange;
  /** The policies of the namespace. */
  readonly network?: NetworkDefaults;
  /** The rights of the team. */
  readonly team?: TeamRbac;

  constructor(scope: Construct, id: string, props: TenantNamespaceProps) {
    super(scope, id);
    const problems = problemsWith(this, 'TenantNamespace', props, TenantNamespace);
    const { quota, overrides = {}, network = {}, defaults = {}, team, ...namespace } = props;
    const name = props.name ?? id;
    this.name = name;
    if (quota !== false) quotaProblems(quota, problems);
    if (defaults !== false) defaultsProblems(defaults, problems);
    judgeNamespaceName(name, problems);
    if (network !== false) policySpecs({ ...network, namespace: name }, environmentOf(this), problems);
    const rights = team === undefined ? undefined : teamRights(team, name);
    if (rights !== undefined) judgeTeamRbac(rights, Chart.of(this).namespace, problems);
    problems.raise();
    const metadata = { name: 'tenant', namespace: name };
    this.namespace = new AppNamespace(this, id, {
      ...namespace,
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
    if (network !== false) this.network = new NetworkDefaults(this, 'Network', { ...network, namespace: name });
    if (rights !== undefined) this.team = new TeamRbac(this, 'Team', rights);
  }
}

function teamRights(team: TenantTeam, namespace: string): TeamRbacProps {
  const { subjects, grants, clusterRole = grants === undefined ? 'edit' : undefined } = team;
  return {
    name: 'team',
    subjects,
    ...(grants === undefined ? {} : { namespaced: { namespace, grants } }),
    ...(clusterRole === undefined ? {} : { clusterRole: { name: clusterRole, namespace } }),
  };
}
