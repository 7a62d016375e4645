import * as v from 'valibot';
import { ACCOUNT_ID } from '../../grammar/arn';
import type { Environment } from '../../model/environment';
import { certificate, identity, network, storage } from './cluster-schema';
import { compute } from './compute-schema';
import { addOn, capability, controlPlane } from './control-plane-schema';
import { externalObject, gitops, owner } from './delivery-schema';
import * as f from './formats';
import { prices } from './prices-schema';
import { routes } from './routes-schema';

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
  routes: v.exactOptional(
    v.pipe(routes, about('What requests come in by: what `HttpRoutes` become; left out it is Ingress.')),
  ),
  gitops: v.exactOptional(v.pipe(gitops, about('How Argo CD delivers; left out where nothing is synced.'))),
  external: v.optional(
    v.pipe(
      v.array(externalObject),
      about(
        'Objects on the cluster that are not rendered here. A list replaces that of the parents: repeat what holds here too.',
      ),
    ),
    [],
  ),
  values: v.optional(v.pipe(v.record(f.text, v.string()), about('Free values that apps read.')), {}),
  owners: v.pipe(v.record(f.name, owner), about('Who may render what.')),
};

const partition = v.pipe(
  v.picklist(['aws', 'aws-cn', 'aws-us-gov']),
  about('AWS partition of the account; ARNs begin with it.'),
);

const eksSchema = v.strictObject({
  platform: v.pipe(v.literal('eks'), about('Amazon EKS.')),
  ...common,
  region: v.pipe(f.region, about('AWS region of the cluster, such as eu-west-1.')),
  partition: v.optional(partition, 'aws'),
  accountId: v.pipe(
    v.string(),
    v.regex(ACCOUNT_ID, 'twelve digits in quotes'),
    about('Twelve digits, in quotes: a number loses leading zeros.'),
  ),
  controlPlane: v.optional(v.pipe(controlPlane, about('The control plane, as it is made and kept.')), {}),
  compute: v.optional(v.pipe(compute, about('What Pods run on.')), {}),
  network: v.pipe(network, about('The VPC, as far as load balancers, network policies and Fargate ask for it.')),
  certificates: v.optional(v.pipe(v.array(certificate), about('Certificates that load balancers use.')), []),
  storage: v.optional(v.pipe(storage, about('File systems and keys that StorageClasses name.')), {}),
  identity: v.optional(v.pipe(identity, about('How Pods come by AWS rights.')), {}),
  addOns: v.optional(v.pipe(v.array(addOn), about('Components that EKS installs and keeps.')), []),
  capabilities: v.optional(
    v.pipe(v.array(capability), about('What EKS runs for the cluster outside of its nodes.')),
    [],
  ),
  prices: v.exactOptional(
    v.pipe(prices, about('Prices of your own, for `place` and `diff`; without it, those of AWS’s list.')),
  ),
});

const kubernetesSchema = v.strictObject({
  platform: v.pipe(v.literal('kubernetes'), about('A plain cluster, such as kind: no AWS account.')),
  ...common,
  ingressClassName: v.pipe(f.objectName, about('Class of the Ingresses, such as nginx.')),
  storageClasses: v.pipe(
    v.strictObject({
      block: v.pipe(f.objectName, about('Class of volumes for one Pod, where EKS would use EBS.')),
      shared: v.pipe(f.objectName, about('Class of volumes that Pods share, where EKS would use EFS.')),
    }),
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

type AllKeys<M> = M extends unknown ? keyof M : never;
type ValueOf<M, K> = M extends { readonly [key in K & PropertyKey]?: infer V } ? V : never;

/** The keys, at any depth, that the schema lets through and the model does not know: nothing could read them. */
export type UnreadKeys<P, M> = P extends readonly (infer Item)[]
  ? UnreadKeys<Item, M extends readonly (infer Known)[] ? Known : never>
  : P extends object
    ? { [K in keyof P]-?: K extends AllKeys<M> ? UnreadKeys<NonNullable<P[K]>, ValueOf<M, K>> : K }[keyof P]
    : never;

type None<Keys extends never> = Keys;
/** The compiler proves here that every key of the schema has its place in `Environment`; `extends` is for the reader. */
export type Unread = None<Exclude<UnreadKeys<ParsedSettings, Environment>, 'extends'>>;
