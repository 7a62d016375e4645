import * as v from 'valibot';
import {
  CAPABILITY_TYPES,
  CONTROL_PLANE_LOGS,
  LOG_RETENTION_DAYS,
  SCALING_TIERS,
} from '../../knowledge/aws/control-plane';
import { isJsonObject, type JsonObject } from '../../model/json';
import * as f from './formats';

const about = v.description;

const endpoints = v.strictObject({
  private: v.optional(v.pipe(v.boolean(), about('Nodes, and who is in the VPC, reach it inside the VPC.')), true),
  public: v.optional(v.pipe(v.boolean(), about('It is reached from the internet.')), false),
  publicCidrs: v.optional(
    v.pipe(v.array(f.anyCidr), about('Who reaches it from the internet; empty is everybody.')),
    [],
  ),
});

const remoteNetworks = v.strictObject({
  nodes: v.pipe(v.array(f.anyCidr), v.minLength(1, 'at least one CIDR block'), about('Addresses of hybrid nodes.')),
  pods: v.optional(v.pipe(v.array(f.anyCidr), about('Addresses of Pods there, where they can be reached.')), []),
  gateway: v.pipe(
    v.string(),
    v.regex(/^(tgw|vgw)-[0-9a-f]{8,17}$/, 'an id such as tgw-0123456789abcdef0'),
    about('Transit or virtual private gateway that leads there.'),
  ),
});

const retention = v.pipe(
  v.number(),
  v.check((days) => LOG_RETENTION_DAYS.includes(days), `one of ${LOG_RETENTION_DAYS.join(', ')}`),
  about('Days that CloudWatch keeps the logs.'),
);

/** The control plane, as it is made and kept. */
export const controlPlane = v.strictObject({
  iamRole: v.exactOptional(
    v.pipe(
      f.name,
      about('Role that EKS acts with, by its name under `identity.iamRoles`; eksctl makes one without it.'),
    ),
  ),
  endpoints: v.optional(v.pipe(endpoints, about('From where the API server is reached.')), {}),
  logs: v.optional(
    v.pipe(v.array(v.picklist(CONTROL_PLANE_LOGS)), about('Logs that are sent to CloudWatch, which EKS has off.')),
    [...CONTROL_PLANE_LOGS],
  ),
  logRetentionDays: v.optional(retention, 90),
  secretsKey: v.exactOptional(
    v.pipe(
      f.name,
      about('Key that Secrets are encrypted with, by its name under `storage.kmsKeys`; it stays for ever.'),
    ),
  ),
  supportType: v.optional(
    v.pipe(
      v.picklist(['STANDARD', 'EXTENDED']),
      about('At the end of standard support STANDARD is upgraded by AWS, and EXTENDED costs more for a year.'),
    ),
    'EXTENDED',
  ),
  zonalShift: v.optional(v.pipe(v.boolean(), about('AWS may move traffic out of a zone that is impaired.')), true),
  deletionProtection: v.exactOptional(
    v.pipe(v.boolean(), about('AWS refuses to delete the cluster; without it true, but in development.')),
  ),
  scalingTier: v.optional(
    v.pipe(v.picklist(SCALING_TIERS), about('Size of the control plane; standard grows by itself.')),
    'standard',
  ),
  ipFamily: v.optional(
    v.pipe(v.picklist(['ipv4', 'ipv6']), about('Addresses of Pods and Services; it stays for ever.')),
    'ipv4',
  ),
  serviceCidr: v.exactOptional(
    v.pipe(f.serviceCidr, about('Addresses of Services; without it, EKS chooses. It stays for ever.')),
  ),
  securityGroups: v.optional(
    v.pipe(
      v.array(f.name),
      about('Names under `network.securityGroups` of further groups, beside the one that EKS makes.'),
    ),
    [],
  ),
  remoteNetworks: v.exactOptional(v.pipe(remoteNetworks, about('Networks of hybrid nodes, outside of AWS.'))),
  creatorIsAdmin: v.optional(
    v.pipe(v.boolean(), about('Who makes the cluster may do everything in it, which no list of access entries shows.')),
    false,
  ),
  tags: v.optional(v.pipe(v.record(f.text, v.string()), about('AWS tags of all that is described here.')), {}),
});

const role = v.strictObject({
  role: v.pipe(v.picklist(['ADMIN', 'EDITOR', 'VIEWER']), about('What they may do; only ADMIN changes projects.')),
  groups: v.optional(v.pipe(v.array(f.text), about('Ids of groups of Identity Center.')), []),
  users: v.optional(v.pipe(v.array(f.text), about('Ids of users of Identity Center.')), []),
});

const argocd = v.strictObject({
  namespace: v.exactOptional(v.pipe(f.name, about('Where its Applications are; without it `gitops.namespace`.'))),
  identityCenter: v.pipe(
    v.string(),
    v.regex(/^arn:aws[a-z-]*:sso:::instance\/\S+$/, 'an ARN such as arn:aws:sso:::instance/ssoins-0123456789abcdef'),
    about('ARN of the instance of IAM Identity Center, whose users sign in.'),
  ),
  identityCenterRegion: v.exactOptional(v.pipe(f.region, about('Its region; without it, that of the cluster.'))),
  vpcEndpoints: v.optional(
    v.pipe(v.array(f.id('vpce')), about('Ids of VPC endpoints; with one, it is not reached from the internet.')),
    [],
  ),
  roles: v.optional(v.pipe(v.array(role), about('Who is what in Argo CD.')), []),
});

export const capability = v.strictObject({
  name: v.pipe(f.eksName, about('Name of the capability.')),
  type: v.pipe(v.picklist(CAPABILITY_TYPES), about('What it runs; a cluster has one of each type.')),
  iamRole: v.pipe(f.name, about('Role that it acts with, by its name under `identity.iamRoles`.')),
  argocd: v.exactOptional(v.pipe(argocd, about('For type ARGOCD.'))),
});

const addOnIdentity = v.strictObject({
  serviceAccount: v.pipe(f.objectName, about('ServiceAccount of the add-on.')),
  iamRole: v.pipe(f.name, about('Its role, by the name under `identity.iamRoles`.')),
});

export const addOn = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_-]*$/, 'a name such as vpc-cni'), about('As EKS names it.')),
  version: v.exactOptional(
    v.pipe(
      v.string(),
      v.regex(/^v\d+\.\d+\.\d+(-[\w.-]+)?$/, 'a version such as v1.19.0-eksbuild.1'),
      about('Version; without it, what EKS has as its default that day.'),
    ),
  ),
  iamRole: v.exactOptional(v.pipe(f.name, about('Role by IRSA, by its name under `identity.iamRoles`.'))),
  podIdentity: v.optional(v.pipe(v.array(addOnIdentity), about('Roles by Pod Identity.')), []),
  configuration: v.exactOptional(
    v.pipe(
      v.union([v.string(), v.custom<JsonObject>(isJsonObject)], 'a map, or text in JSON or YAML'),
      about('What the add-on’s own schema takes: a map, or text in JSON or YAML.'),
      v.transform((given) => (typeof given === 'string' ? given : JSON.stringify(given))),
    ),
  ),
  resolveConflicts: v.optional(
    v.pipe(
      v.picklist(['NONE', 'OVERWRITE', 'PRESERVE']),
      about('What happens to fields that somebody else has set: EKS gives up, overwrites them, or keeps them.'),
    ),
    'NONE',
  ),
  namespace: v.exactOptional(v.pipe(f.name, about('Where it is installed; without it, its own namespace.'))),
});
