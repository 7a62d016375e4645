import type { EksEnvironment, Environment } from '../../model/environment';
import { isNamespaced } from '../../model/kinds';

/** What a rule over several fields has to say, at a path. */
export interface SettingProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly fix: string;
}

type Settings =
  | Omit<EksEnvironment, 'name' | 'owners' | 'release' | 'facts'>
  | Omit<Environment & { platform: 'kubernetes' }, 'name' | 'owners' | 'release' | 'facts'>;

/** What one environment's fields must be to each other. */
export function settingsProblems(settings: Settings): readonly SettingProblem[] {
  const problems: SettingProblem[] = [];
  const say = (path: readonly (string | number)[], message: string, fix: string) =>
    problems.push({ path, message, fix });
  settings.external.forEach((object, index) => {
    const namespaced = isNamespaced(object.group, object.kind, new Map());
    if (namespaced === true && object.namespace === undefined)
      say(
        ['external', index],
        `${object.kind} ${object.name} lives in a namespace and names none.`,
        'add `namespace`.',
      );
    if (namespaced === false && object.namespace !== undefined)
      say(
        ['external', index, 'namespace'],
        `${object.kind} ${object.name} lives in no namespace.`,
        'remove `namespace`.',
      );
  });
  if (settings.platform === 'eks') eksProblems(settings, say);
  return problems;
}

type Say = (path: readonly (string | number)[], message: string, fix: string) => void;

function eksProblems(s: Omit<EksEnvironment, 'name' | 'owners' | 'release' | 'facts'>, say: Say): void {
  const partition = s.region.startsWith('cn-') ? 'aws-cn' : s.region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
  if (s.partition !== partition) {
    say(
      ['partition'],
      `region ${s.region} belongs to partition ${partition}, not ${s.partition}; every ARN would be wrong.`,
      `set partition: ${partition}.`,
    );
  }
  for (const [index, { arn }] of s.certificates.entries()) arnFits(arn, 'acm', s, ['certificates', index, 'arn'], say);
  for (const [use, key] of Object.entries(s.storage.kmsKeys)) arnFits(key, 'kms', s, ['storage', 'kmsKeys', use], say);
  subnetsFit(s, say);
  unique(
    s.compute.fargateProfiles.map((p) => p.name),
    ['compute', 'fargateProfiles'],
    'Fargate profile',
    say,
  );
  unique(
    s.compute.managedNodeGroups.map((g) => g.name),
    ['compute', 'managedNodeGroups'],
    'node group',
    say,
  );
  gitopsFits(s, say);
}

/** An ARN that the load balancer or the driver would refuse, because it belongs elsewhere. */
function arnFits(
  arn: string,
  service: string,
  s: { partition: string; region: string; accountId: string },
  path: readonly (string | number)[],
  say: Say,
): void {
  const [, partition, found, region, account] = arn.split(':');
  const wrong = [
    found === service ? undefined : `service ${found}, not ${service}`,
    partition === s.partition ? undefined : `partition ${partition}, not ${s.partition}`,
    region === s.region ? undefined : `region ${region}, not ${s.region}`,
    account === s.accountId ? undefined : `account ${account}, not ${s.accountId}`,
  ].filter((one) => one !== undefined);
  if (wrong.length > 0)
    say(
      path,
      `the ARN names ${wrong.join(', and ')}; AWS refuses it here.`,
      'use an ARN of this environment’s account and region.',
    );
}

function subnetsFit(s: { region: string; network: EksEnvironment['network'] }, say: Say): void {
  for (const kind of ['public', 'private'] as const) {
    const subnets = s.network.subnets[kind];
    subnets.forEach((subnet, index) => {
      if (subnet.availabilityZone.startsWith(s.region)) return;
      say(
        ['network', 'subnets', kind, index, 'availabilityZone'],
        `zone ${subnet.availabilityZone} is not in region ${s.region}.`,
        'name a zone of the region.',
      );
    });
    if (subnets.length > 0 && new Set(subnets.map((n) => n.availabilityZone)).size < 2) {
      say(
        ['network', 'subnets', kind],
        `all ${kind} subnets are in one zone; a load balancer needs two.`,
        'add a subnet in another zone.',
      );
    }
  }
}

function unique(names: readonly string[], path: readonly (string | number)[], what: string, say: Say): void {
  names.forEach((name, index) => {
    if (names.indexOf(name) !== index)
      say([...path, index, 'name'], `a ${what} called ${name} is already in the list.`, 'rename one of them.');
  });
}

function gitopsFits(s: { gitops?: EksEnvironment['gitops'] }, say: Say): void {
  const { gitops } = s;
  if (gitops?.flavour !== 'eks-capability' || 'clusterArn' in gitops.destination) return;
  say(
    ['gitops', 'destination'],
    'the EKS capability for Argo CD knows clusters by their ARN only.',
    'set destination: { clusterArn: … }.',
  );
}

/** What environments must be to each other. */
export function togetherProblems(
  environments: readonly Environment[],
): readonly (SettingProblem & { readonly environment: string })[] {
  const problems: (SettingProblem & { environment: string })[] = [];
  const clusters = new Map<string, string>();
  for (const e of environments) {
    const key =
      e.platform === 'eks'
        ? `${e.partition}/${e.accountId}/${e.region}/${e.clusterName}`
        : `kubernetes/${e.clusterName}`;
    const other = clusters.get(key);
    if (other === undefined) clusters.set(key, e.name);
    else {
      const message = `cluster ${e.clusterName} is already the environment ${other}; each would prune what the other renders.`;
      problems.push({ environment: e.name, path: ['clusterName'], message, fix: 'name another cluster.' });
    }
  }
  return problems;
}
