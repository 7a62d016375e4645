import * as v from 'valibot';
import type { Environment } from '../../model/environment';
import { certificate, compute, identity, network, storage } from './cluster-schema';
import { externalObject, gitops, owner } from './delivery-schema';
import * as f from './formats';

/**
 * The one definition of the settings: it validates them, and `environments/*.schema.json` is made from it.
 * Texts after `about` are what an editor shows.
 */
const about = v.description;

const tier = v.pipe(v.picklist(['development', 'staging', 'production']), about('How near to users it stands.'));
const kubernetesVersion = v.pipe(
  f.kubernetesVersion,
  about('Minor version of the control plane, in quotes: 1.30 without them is 1.3.'),
);
const policyLevel = v.pipe(
  v.picklist(['restricted', 'baseline']),
  about('How strict the policy is, and the Pod Security level that tenants’ namespaces enforce.'),
);
const minReplicas = v.pipe(
  v.number(),
  v.integer('a whole number'),
  v.minValue(1, 'at least 1'),
  about('Replicas of a WebService whose app says nothing.'),
);
const size = v.strictObject({
  cpu: v.pipe(f.cpu, about('Request; there is no limit.')),
  memory: v.pipe(f.memory, about('Request and limit.')),
});

const common = {
  extends: v.exactOptional(
    v.pipe(v.string(), about('One parent file, relative to environments/, or to this file with ./ or ../ before it.')),
  ),
  tier,
  kubernetesVersion,
  clusterName: v.pipe(f.eksName, about('Name of the cluster, as AWS or the kubeconfig knows it.')),
  domain: v.pipe(f.domain, about('What apps’ hosts end in.')),
  policyLevel: v.optional(policyLevel, 'restricted'),
  minReplicas: v.optional(minReplicas, 1),
  sizes: v.optional(v.pipe(v.record(f.name, size), about('Sizes an app can ask for by name.')), {}),
  gitops: v.exactOptional(v.pipe(gitops, about('How Argo CD delivers; left out where nothing is synced.'))),
  external: v.optional(
    v.pipe(v.array(externalObject), about('Objects on the cluster that are not rendered here.')),
    [],
  ),
  values: v.optional(v.pipe(v.record(f.text, v.string()), about('Free values that apps read.')), {}),
  owners: v.pipe(v.record(f.name, owner), about('Who may render what.')),
};

const eksSchema = v.strictObject({
  platform: v.literal('eks'),
  ...common,
  region: f.region,
  partition: v.optional(v.picklist(['aws', 'aws-cn', 'aws-us-gov']), 'aws'),
  accountId: v.pipe(
    v.string(),
    v.regex(/^\d{12}$/, 'twelve digits in quotes'),
    about('Twelve digits, in quotes: a number loses leading zeros.'),
  ),
  compute: v.optional(compute, {}),
  network,
  certificates: v.optional(v.pipe(v.array(certificate), about('Certificates that load balancers use.')), []),
  storage: v.optional(storage, {}),
  identity: v.optional(identity, {}),
});

const kubernetesSchema = v.strictObject({
  platform: v.literal('kubernetes'),
  ...common,
  ingressClassName: v.pipe(f.objectName, about('Class of the Ingresses, such as nginx.')),
  storageClasses: v.pipe(
    v.strictObject({ block: f.objectName, shared: f.objectName }),
    about('The classes that stand in for EBS and EFS.'),
  ),
});

/** `environment.yaml`, laid over its parents. */
export const environmentSchema = v.variant('platform', [eksSchema, kubernetesSchema]);

export type ParsedSettings = v.InferOutput<typeof environmentSchema>;

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** What is added after reading: the folder's name, the owners' own names, `release.yaml` and `facts.json`. */
export type Settings = Without<Environment, 'name' | 'owners' | 'release' | 'facts'>;
export type EksSettings = Extract<Settings, { readonly platform: 'eks' }>;

/** The compiler proves here that what the schema lets through is an Environment but for what is added later. */
export const toSettings = (parsed: ParsedSettings): Settings => parsed;
