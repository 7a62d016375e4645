import { Chart } from 'cdk8s';
import type { IApiEndpoint, IConfigMap, IPersistentVolumeClaim, ISecret, IServiceAccount } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { asPlusSubject } from '../shared/plus';

/** A construct that makes an object, and the object's name. */
export interface NamedConstruct extends Construct {
  /** Name of the object. */
  readonly name: string;
}

/** A workload of ours, or an `AwsIdentity`. */
export interface AccountConstruct extends NamedConstruct {
  /** Name of the ServiceAccount that a workload runs as. */
  readonly serviceAccountName?: string;
}

/** What cdk8s-plus reads of an object: its kind, its name, and how rights on it are written. */
function resource<T>(construct: NamedConstruct, kind: string, more: object = {}): T {
  const { node, name } = construct;
  const view = {
    node,
    name,
    kind,
    apiVersion: 'v1',
    apiGroup: '',
    resourceType: `${kind.toLowerCase()}s`,
    resourceName: name,
    asApiResource: () => view,
    asNonApiResource: () => undefined,
    ...more,
  };
  return view as unknown as T;
}

/**
 * Our ConfigFiles, or a ConfigMap of cdk8s, for `Env`, `EnvValue`, `Volume` and roles of cdk8s-plus.
 * @example
 * import { asPlusConfigMap, ConfigFiles } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * import { Volume } from 'cdk8s-plus-28';
 * export const settings = (chart: Chart) => {
 *   const files = new ConfigFiles(chart, 'settings', { data: { 'app.yaml': 'log: debug' } });
 *   return Volume.fromConfigMap(chart, 'volume', asPlusConfigMap(files));
 * };
 */
export function asPlusConfigMap(files: NamedConstruct): IConfigMap & IApiEndpoint {
  return resource(files, 'ConfigMap');
}

/**
 * Our ExternalSecret, or a Secret of cdk8s, for `Env`, `EnvValue`, `Volume`, pull secrets and roles of cdk8s-plus.
 * @example
 * import { asPlusSecret, type ExternalSecret } from 'cdk8s-eks';
 * export const password = (database: ExternalSecret) => asPlusSecret(database).envValue('password');
 */
export function asPlusSecret(secret: NamedConstruct): ISecret & IApiEndpoint {
  const { name } = secret;
  const envValue: ISecret['envValue'] = (key, options) => {
    const optional = options?.optional === undefined ? {} : { optional: options.optional };
    return { valueFrom: { secretKeyRef: { name, key, ...optional } } };
  };
  return resource(secret, 'Secret', { envValue });
}

/**
 * Our VolumeClaim, the claim of a volume, or one of cdk8s, for `Volume.fromPersistentVolumeClaim` of cdk8s-plus.
 * @example
 * import { asPlusClaim, type VolumeClaim } from 'cdk8s-eks';
 * import { Volume } from 'cdk8s-plus-28';
 * export const data = (claim: VolumeClaim) => Volume.fromPersistentVolumeClaim(claim, 'data', asPlusClaim(claim));
 */
export function asPlusClaim(claim: NamedConstruct): IPersistentVolumeClaim & IApiEndpoint {
  return resource(claim, 'PersistentVolumeClaim');
}

/**
 * Our AwsIdentity, the ServiceAccount that a workload of ours runs as, or one of cdk8s, for `serviceAccount` and role bindings
 * of cdk8s-plus.
 * @example
 * import { asPlusServiceAccount, type AwsIdentity, hardened } from 'cdk8s-eks';
 * import { Deployment } from 'cdk8s-plus-28';
 * export const reader = (identity: AwsIdentity) =>
 *   hardened(
 *     new Deployment(identity, 'reader', {
 *       containers: [{ image: 'example.com/reader:1.0' }],
 *       serviceAccount: asPlusServiceAccount(identity),
 *     }),
 *   );
 */
export function asPlusServiceAccount(account: AccountConstruct): IServiceAccount & IApiEndpoint {
  const name = account.serviceAccountName ?? account.name;
  const { toSubjectConfiguration } = asPlusSubject(account, name, Chart.of(account).namespace);
  return resource(account, 'ServiceAccount', { name, resourceName: name, toSubjectConfiguration });
}
