import * as v from 'valibot';
import type { Environment } from '../../model/environment';
import { BUILT_IN_KINDS } from '../../model/kinds';

/**
 * The one definition of the settings files: it validates them, and `environments/*.schema.json` is made from it.
 * Texts after `v.description` are what an editor shows.
 */
const about = v.description;
const NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const QUANTITY = /^[0-9]+(\.[0-9]+)?(m|[kKMGTPE]i?)?$/;
const DOMAIN = /^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;
const CIDR = /^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/;

const text = v.pipe(v.string(), v.minLength(1));
const name = v.pipe(v.string(), v.regex(NAME, 'lower-case letters, digits and inner hyphens'), v.maxLength(40));
const minor = v.pipe(v.string(), v.regex(/^1\.(2[89]|3[0-6])$/, 'a supported version, "1.28" to "1.36", in quotes'));
const quantity = v.pipe(v.string(), v.regex(QUANTITY, 'a quantity such as 250m or 512Mi'));
const domain = v.pipe(v.string(), v.regex(DOMAIN, 'a DNS name'));
const arn = v.pipe(v.string(), v.regex(/^arn:aws(-cn|-us-gov)?:[a-z0-9-]+:[a-z0-9-]*:\d{12}:.+$/, 'an ARN'));
const labels = v.optional(v.record(v.string(), v.string()), {});
const id = (prefix: string) =>
  v.pipe(v.string(), v.regex(new RegExp(`^${prefix}-[0-9a-f]{8,17}$`), `an id such as ${prefix}-0123456789abcdef0`));

const nodeGroup = v.strictObject({
  name: text,
  instanceTypes: v.optional(v.array(text), []),
  capacityType: v.optional(v.picklist(['ON_DEMAND', 'SPOT', 'CAPACITY_BLOCK']), 'ON_DEMAND'),
  labels,
});

const fargateProfile = v.strictObject({
  name: text,
  selectors: v.pipe(
    v.array(v.strictObject({ namespace: text, labels })),
    v.minLength(1, 'at least one selector'),
    v.maxLength(5, 'at most 5 selectors, the limit of EKS'),
  ),
});

const compute = v.strictObject({
  managedNodeGroups: v.optional(v.array(nodeGroup), []),
  selfManagedNodeGroups: v.optional(v.array(nodeGroup), []),
  fargateProfiles: v.optional(v.array(fargateProfile), []),
  karpenter: v.optional(v.pipe(v.boolean(), about('Karpenter makes nodes for Pods that find none.')), false),
  autoMode: v.optional(v.pipe(v.boolean(), about('EKS Auto Mode runs compute, storage and load balancing.')), false),
});

const subnet = v.strictObject({
  id: id('subnet'),
  availabilityZone: v.pipe(
    v.string(),
    v.regex(/^[a-z]{2}(-[a-z]+)+-\d[a-z]$/, 'an availability zone such as eu-west-1a'),
  ),
});

const network = v.strictObject({
  vpcId: id('vpc'),
  cidrs: v.pipe(
    v.array(v.pipe(v.string(), v.regex(CIDR, 'a CIDR block such as 10.0.0.0/16'))),
    v.minLength(1, 'at least one CIDR block'),
  ),
  subnets: v.strictObject({ public: v.optional(v.array(subnet), []), private: v.array(subnet) }),
});

const destination = v.union(
  [v.strictObject({ name: text }), v.strictObject({ server: text }), v.strictObject({ clusterArn: arn })],
  'exactly one of name, server and clusterArn, as text',
);

const gitops = v.strictObject({
  repoURL: text,
  branch: v.optional(text, 'main'),
  pathPrefix: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9._/-]+$/, 'a path inside the repository')), 'dist'),
  namespace: v.optional(name, 'argocd'),
  version: v.optional(
    v.pipe(v.string(), v.regex(/^3\.\d+$/, 'a minor version of Argo CD such as "3.2", in quotes')),
    '3.2',
  ),
  flavour: v.optional(v.picklist(['self-managed', 'eks-capability']), 'self-managed'),
  destination: v.pipe(destination, about('Exactly one of name, server and clusterArn.')),
  syncPolicy: v.optional(
    v.strictObject({
      automated: v.optional(v.boolean(), true),
      prune: v.optional(v.boolean(), true),
      selfHeal: v.optional(v.boolean(), true),
    }),
    {},
  ),
  id: v.optional(v.pipe(name, about('Put before all names where several repositories share one Argo CD.'))),
});

const owner = v.strictObject({
  namespaces: v.optional(
    v.array(
      v.pipe(v.string(), v.regex(/^[a-z0-9*]([a-z0-9*-]*[a-z0-9*])?$/, 'a namespace, with * for any characters')),
    ),
    [],
  ),
  clusterKinds: v.optional(
    v.pipe(
      v.array(text),
      v.checkItems(
        (kind) => kind.includes('.') || BUILT_IN_KINDS.has(builtInKey(kind)),
        'a cluster-scoped kind: `Namespace`, or `Kind.group` for a custom kind',
      ),
    ),
    [],
  ),
  repositories: v.optional(v.array(text), []),
  platform: v.optional(v.boolean(), false),
});

const externalObject = v.strictObject({
  group: v.optional(v.string(), ''),
  kind: text,
  namespace: v.optional(text),
  name: text,
  keys: v.optional(v.array(text)),
});

const size = v.strictObject({ cpu: quantity, memory: quantity });

const common = {
  extends: v.optional(v.pipe(v.string(), about('One parent file, relative to environments/.'))),
  tier: v.picklist(['development', 'staging', 'production']),
  kubernetesVersion: v.pipe(minor, about('Minor version of the control plane, in quotes: 1.30 without them is 1.3.')),
  clusterName: text,
  domain,
  policyLevel: v.optional(v.picklist(['restricted', 'baseline']), 'restricted'),
  minReplicas: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  sizes: v.optional(v.record(name, size), {}),
  gitops: v.optional(gitops),
  external: v.optional(v.array(externalObject), []),
  values: v.optional(v.record(text, v.string()), {}),
  owners: v.record(name, owner),
};

export const eksSchema = v.strictObject({
  platform: v.literal('eks'),
  ...common,
  region: v.pipe(v.string(), v.regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'a region such as eu-west-1')),
  partition: v.optional(v.picklist(['aws', 'aws-cn', 'aws-us-gov']), 'aws'),
  accountId: v.pipe(
    v.string(),
    v.regex(/^\d{12}$/, 'twelve digits in quotes'),
    about('Twelve digits, in quotes: a number loses leading zeros.'),
  ),
  compute: v.optional(compute, {}),
  network,
  certificates: v.optional(v.array(v.strictObject({ arn, domains: v.pipe(v.array(domain), v.minLength(1)) })), []),
  storage: v.optional(
    v.strictObject({
      efsFileSystems: v.optional(v.record(name, id('fs')), {}),
      kmsKeys: v.optional(v.record(name, arn), {}),
    }),
    {},
  ),
  identity: v.optional(
    v.strictObject({
      mode: v.optional(v.picklist(['irsa', 'podIdentity']), 'irsa'),
      oidcIssuer: v.optional(
        v.pipe(
          v.string(),
          v.regex(/^oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\/id\/[A-Z0-9]+$/, 'an issuer without https://'),
        ),
      ),
      iamRoles: v.optional(
        v.record(
          name,
          v.pipe(
            v.string(),
            v.regex(
              /^(arn:aws(-cn|-us-gov)?:iam::\d{12}:role\/)?[\w+=,.@/-]{1,512}$/,
              'a role name, or a role ARN of another account',
            ),
          ),
        ),
        {},
      ),
    }),
    {},
  ),
});

export const kubernetesSchema = v.strictObject({
  platform: v.literal('kubernetes'),
  ...common,
  ingressClassName: name,
  storageClasses: v.strictObject({ block: text, shared: text }),
});

export const environmentSchema = v.variant('platform', [eksSchema, kubernetesSchema]);

const image = v.strictObject({
  repository: v.pipe(
    v.string(),
    v.regex(
      /^[a-z0-9]+([._-][a-z0-9]+)*(\.[a-z0-9-]+)*(:\d+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+$/,
      'a repository with its registry, such as public.ecr.aws/nginx/nginx',
    ),
  ),
  tag: v.pipe(v.string(), v.regex(/^\w[\w.-]{0,127}$/, 'a tag in quotes')),
  digest: v.optional(v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/, 'sha256: and 64 hex digits'))),
});

export const releaseSchema = v.strictObject({
  apps: v.optional(
    v.record(
      name,
      v.strictObject({
        images: v.optional(v.record(name, image), {}),
        flags: v.optional(v.record(text, v.union([v.string(), v.boolean()])), {}),
      }),
    ),
    {},
  ),
});

function builtInKey(kind: string): string {
  for (const key of BUILT_IN_KINDS.keys())
    if (key.endsWith(`/${kind}`) && BUILT_IN_KINDS.get(key) === false) return key;
  return kind;
}

type Parsed = v.InferOutput<typeof environmentSchema>;
/** The compiler proves here that what the schema lets through is an Environment, but for what is added later. */
type Later = 'name' | 'owners' | 'release' | 'facts';
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
export const toEnvironment = (parsed: Parsed): DistributiveOmit<Environment, Later> => parsed;
