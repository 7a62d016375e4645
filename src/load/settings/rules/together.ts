import { LOCAL_NAME, LOCAL_SERVER } from '../../../knowledge/argocd/servers';
import { deliveryName, ROOT } from '../../../model/delivery-name';
import type { Environment } from '../../../model/environment';
import type { GitOps } from '../../../model/gitops';
import type { Path } from '../plain-data';
import { deliveryProblems } from './delivery';
import type { TogetherProblem } from './rule';

/** Names by which every Argo CD knows the cluster it runs on; they say nothing about which one that is. */
const LOCAL: ReadonlySet<string> = new Set([`server ${LOCAL_SERVER}`, `name ${LOCAL_NAME}`]);

/** What environments must be to each other: one cluster each, and no name in Argo CD that two of them use. */
export function togetherProblems(environments: readonly Environment[]): readonly TogetherProblem[] {
  const problems: TogetherProblem[] = [];
  const taken = new Map<string, string>();
  /** The environment that has it already; afterwards the first one keeps it. */
  const claim = (what: string, environment: string): string | undefined => {
    const other = taken.get(what);
    if (other === undefined) taken.set(what, environment);
    return other === environment ? undefined : other;
  };
  for (const environment of environments) {
    const say = (path: Path, message: string, fix: string) =>
      problems.push({ environment: environment.name, path, message, fix });
    const { clusterName, gitops } = environment;
    const cluster = claim(`cluster ${clusterKey(environment)}`, environment.name);
    if (cluster !== undefined) {
      const message = `cluster ${clusterName} is already the environment ${cluster}; each would prune what the other renders.`;
      say(['clusterName'], message, 'name another cluster.');
      continue;
    }
    if (gitops === undefined) continue;
    const key = destinationKey(gitops);
    const destination = LOCAL.has(key) ? undefined : claim(`destination ${key}`, environment.name);
    if (destination !== undefined) {
      const message = `${key} is already the destination of environment ${destination}; that cluster would be synced from both.`;
      say(['gitops', 'destination'], message, 'name this environment’s own cluster.');
    }
    const [taken] = projectNames(environment).flatMap((name) => {
      const other = claim(`project ${name}`, environment.name);
      return other === undefined ? [] : [{ name, other }];
    });
    if (taken === undefined) continue;
    const message = `the Argo CD project ${taken.name} is already one of environment ${taken.other}; where both share an Argo CD, each overwrites the other’s.`;
    say(['gitops'], message, 'rename one of the environments.');
  }
  return [...problems, ...deliveryProblems(environments)];
}

function projectNames(environment: Environment): readonly string[] {
  return [ROOT, ...Object.keys(environment.owners)].map((name) => deliveryName(environment, name));
}

function clusterKey(environment: Environment): string {
  if (environment.platform === 'kubernetes') return `kubernetes/${environment.clusterName}`;
  const { partition, accountId, region, clusterName } = environment;
  return `${partition}/${accountId}/${region}/${clusterName}`;
}

/** `name prod`, `server https://…`, `clusterArn arn:…` */
function destinationKey({ destination }: GitOps): string {
  return Object.entries(destination).flat().join(' ');
}
