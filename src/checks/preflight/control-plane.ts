import { isProtected } from '../../model/cluster/describe-cluster';
import { textAt } from '../../model/json';
import { byCodeUnit } from '../../model/order';
import { differing, type Judged, type PreflightCheck, type PreflightContext } from './preflight-check';

function onOff(flag: boolean | undefined): string | undefined {
  if (flag === undefined) return undefined;
  return flag ? 'on' : 'off';
}

const listText = (list: readonly string[] | undefined, none = 'none') =>
  list === undefined ? undefined : [...new Set(list)].sort(byCodeUnit).join(', ') || none;

/** How EKS spells everybody. */
const EVERYBODY = ['0.0.0.0/0', '::/0'];

export const endpoints: PreflightCheck = {
  id: 'endpoints',
  asks: 'The API server is reached from where the settings say.',
  needs: [],
  fine: 'the API server is reached from where the settings say.',
  judge(context) {
    const { environment } = context;
    const { cluster } = context.facts;
    const says = environment.controlPlane.endpoints;
    const path = 'controlPlane.endpoints';
    const call = `aws eks update-cluster-config --name ${environment.clusterName} --resources-vpc-config`;
    return [
      ...differing(environment, {
        setting: `${path}.private`,
        says: says.private ? 'on' : 'off',
        is: onOff(cluster.endpointPrivateAccess),
        after: says.private
          ? 'nodes and people in the VPC go over the internet, or do not reach it'
          : 'it is reached inside the VPC by an address that nobody counts on',
        change: `run \`${call} endpointPrivateAccess=${says.private}\``,
      }),
      ...differing(environment, {
        setting: `${path}.public`,
        says: says.public ? 'on' : 'off',
        is: onOff(cluster.endpointPublicAccess),
        after: says.public ? 'people and runners outside of the VPC do not reach it' : 'it answers on the internet',
        change: `run \`${call} endpointPublicAccess=${says.public}\``,
      }),
      ...publicNetworks(context),
    ];
  },
};

function publicNetworks({ environment, facts: { cluster } }: PreflightContext): readonly Judged[] {
  const { public: isPublic, publicCidrs } = environment.controlPlane.endpoints;
  if (!isPublic || cluster.endpointPublicAccess !== true) return [];
  const networks = (list: readonly string[] | undefined) =>
    listText(
      list?.filter((cidr) => !EVERYBODY.includes(cidr)),
      'everybody',
    );
  return differing(environment, {
    setting: 'controlPlane.endpoints.publicCidrs',
    says: publicCidrs.some((cidr) => EVERYBODY.includes(cidr)) ? 'everybody' : (networks(publicCidrs) ?? ''),
    is: cluster.publicAccessCidrs?.some((cidr) => EVERYBODY.includes(cidr))
      ? 'everybody'
      : networks(cluster.publicAccessCidrs),
    after: 'other networks reach the API server than were reviewed',
    change: 'update publicAccessCidrs of the cluster',
  });
}

export const controlPlaneLogs: PreflightCheck = {
  id: 'control-plane-logs',
  asks: 'The logs of the control plane that the settings name are sent to CloudWatch.',
  needs: [],
  fine: 'the logs of the control plane are those of the settings.',
  judge({ environment, facts }) {
    return differing(environment, {
      setting: 'controlPlane.logs',
      says: listText(environment.controlPlane.logs) ?? '',
      is: listText(facts.cluster.logging),
      after: 'after an incident a log is missing, or CloudWatch costs what nobody planned',
      change: 'update the logging of the cluster',
    });
  },
};

export const secretsKey: PreflightCheck = {
  id: 'secrets-key',
  asks: 'Secrets are encrypted with the key that the settings name.',
  needs: [],
  fine: 'Secrets are encrypted as the settings say.',
  judge({ environment, facts }) {
    const { controlPlane, storage } = environment;
    const key = controlPlane.secretsKey;
    const arn = key === undefined ? undefined : textAt(storage.kmsKeys, key);
    const live = facts.cluster.encryptionKeyArns;
    const hasKey = (live ?? []).length > 0;
    return differing(environment, {
      setting: 'controlPlane.secretsKey',
      says: arn ?? 'no key of your own',
      is: listText(live, 'no key of your own'),
      after: hasKey
        ? 'without the key that it has, the cluster loses its Secrets, and nobody here knows that key'
        : 'Secrets are encrypted with a key of AWS, which nobody in your account can take away or watch',
      change: hasKey
        ? 'make another cluster, since a key stays for ever'
        : 'associate the key with `aws eks associate-encryption-config`, which cannot be taken back',
    });
  },
};

export const supportPolicy: PreflightCheck = {
  id: 'support-policy',
  asks: 'At the end of standard support the cluster does what the settings say.',
  needs: [],
  fine: 'the support policy is that of the settings.',
  judge({ environment, facts }) {
    const { supportType } = environment.controlPlane;
    return differing(environment, {
      setting: 'controlPlane.supportType',
      says: supportType,
      is: facts.cluster.supportType,
      after:
        supportType === 'STANDARD'
          ? 'at the end of standard support it is not upgraded, and costs more for a year'
          : 'at the end of standard support AWS upgrades it by itself, on a day that nobody chose',
      change: 'update the upgradePolicy of the cluster',
    });
  },
};

export const zonalShift: PreflightCheck = {
  id: 'zonal-shift',
  asks: 'AWS may move traffic out of an impaired zone where the settings say so.',
  needs: [],
  fine: 'zonal shift is as the settings say.',
  judge({ environment, facts }) {
    const says = environment.controlPlane.zonalShift;
    return differing(environment, {
      setting: 'controlPlane.zonalShift',
      says: says ? 'on' : 'off',
      is: onOff(facts.cluster.zonalShift),
      after: says
        ? 'when a zone is impaired, Pods there keep getting requests'
        : 'AWS may cordon the nodes of a zone, and take its Pods out of Services',
      change: 'update the zonalShiftConfig of the cluster',
    });
  },
};

export const deletionProtection: PreflightCheck = {
  id: 'deletion-protection',
  asks: 'AWS refuses to delete the cluster where the settings say so.',
  needs: [],
  fine: 'deletion protection is as the settings say.',
  judge({ environment, facts }) {
    const says = isProtected(environment);
    return differing(environment, {
      setting: 'controlPlane.deletionProtection',
      says: says ? 'on' : 'off',
      is: onOff(facts.cluster.deletionProtection),
      after: says ? 'one call deletes the cluster' : 'a cluster that should go stays until somebody turns it off',
      change: `run \`aws eks update-cluster-config --name ${environment.clusterName} --${says ? '' : 'no-'}deletion-protection\``,
    });
  },
};
