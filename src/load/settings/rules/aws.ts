import { parseArn } from '../../../grammar/arn';
import type { Path } from '../plain-data';
import type { EksSettings } from '../schema';
import type { Say } from './rule';

type Home = Pick<EksSettings, 'partition' | 'region' | 'accountId'>;

interface ArnKind {
  readonly service: string;
  readonly resource: RegExp;
}

const CERTIFICATE: ArnKind = { service: 'acm', resource: /^certificate\/./ };
const KEY: ArnKind = { service: 'kms', resource: /^(key|alias)\/./ };

/** Region, partition and every ARN must tell of one and the same place. */
export function awsProblems(settings: EksSettings, say: Say): void {
  const { region, accountId, clusterName, identity } = settings;
  const partition = partitionOf(region);
  if (settings.partition !== partition) {
    const message = `region ${region} belongs to partition ${partition}, not ${settings.partition}; every ARN would be wrong.`;
    say(['partition'], message, `set partition: ${partition}.`);
  }
  const home: Home = { partition, region, accountId };
  for (const [index, { arn }] of settings.certificates.entries())
    arnFits(arn, CERTIFICATE, home, ['certificates', index, 'arn'], say);
  for (const [use, key] of Object.entries(settings.storage.kmsKeys))
    arnFits(key, KEY, home, ['storage', 'kmsKeys', use], say);
  if (settings.gitops !== undefined && 'clusterArn' in settings.gitops.destination)
    clusterArnFits(settings.gitops.destination.clusterArn, home, clusterName, say);
  for (const [name, role] of Object.entries(identity.iamRoles)) {
    const arn = parseArn(role);
    if (arn === undefined || arn.partition === partition) continue;
    const message = `the ARN names partition ${arn.partition}, not ${partition}; roles are not assumed across partitions.`;
    say(['identity', 'iamRoles', name], message, 'use a role of this partition.');
  }
  const issuerRegion = identity.oidcIssuer?.split('.')[2];
  if (issuerRegion !== undefined && issuerRegion !== region) {
    const message = `the issuer belongs to region ${issuerRegion}, not ${region}; no role would trust this cluster’s Pods.`;
    say(['identity', 'oidcIssuer'], message, 'use the issuer of this cluster, or remove it and run `facts refresh`.');
  }
}

function partitionOf(region: string): EksSettings['partition'] {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/** An ARN that the load balancer or the driver would refuse, because it belongs elsewhere. */
function arnFits(text: string, { service, resource }: ArnKind, home: Home, path: Path, say: Say): void {
  const arn = parseArn(text);
  if (arn === undefined) return;
  const wrong = [
    arn.service === service ? undefined : `service ${arn.service}, not ${service}`,
    arn.partition === home.partition ? undefined : `partition ${arn.partition}, not ${home.partition}`,
    arn.region === home.region ? undefined : `region ${arn.region || '(none)'}, not ${home.region}`,
    arn.account === home.accountId ? undefined : `account ${arn.account}, not ${home.accountId}`,
    arn.service !== service || resource.test(arn.resource) ? undefined : `${arn.resource}, which is something else`,
  ].filter((one) => one !== undefined);
  if (wrong.length === 0) return;
  const message = `the ARN names ${wrong.join(', and ')}; AWS refuses it here.`;
  say(path, message, 'use an ARN of this environment’s account and region.');
}

/** The destination is the environment's own cluster, or another one gets what is rendered here. */
function clusterArnFits(found: string, home: Home, clusterName: string, say: Say): void {
  const wanted = `arn:${home.partition}:eks:${home.region}:${home.accountId}:cluster/${clusterName}`;
  if (found === wanted) return;
  const message = `the destination is ${found}, but this environment’s cluster is ${wanted}: another cluster would be synced.`;
  say(['gitops', 'destination', 'clusterArn'], message, `write clusterArn: ${wanted}.`);
}
