import { IRSA } from '../../../knowledge/aws/irsa';
import { at, isJsonObject, mapAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import type { ObjectIndex } from '../../engine/object-index';
import type { CheckContext, ObjectRule, RuleFinding } from '../../engine/rule';
import { isThere, keysOf } from '../../reads/config-keys';

const AWS = ['spec', 'provider', 'aws'] as const;
const STAY = 'every ExternalSecret of the store stays in SecretSyncedError';

export const validSecretStore: ObjectRule = {
  id: 'eks/valid-secret-store',
  severity: 'error',
  summary: 'A store of the External Secrets Operator reads AWS as somebody who exists and may.',
  why: 'The operator takes any store and says later that it is not valid. No ExternalSecret of the store makes its Secret, and Pods that wait for one do not start.',
  see: [
    'https://external-secrets.io/latest/provider/aws-access/',
    'https://external-secrets.io/latest/api/clustersecretstore/',
  ],
  kinds: ['external-secrets.io/SecretStore', 'external-secrets.io/ClusterSecretStore'],
  check(object, context, tell) {
    if (!isJsonObject(at(object.value, ...AWS))) return;
    for (const one of [
      ...judgeRegion(object, context),
      ...judgeAccount(object, context),
      ...judgeKeys(object, context),
    ])
      tell(one);
  },
};

/** A secret may well be kept in one region for all. */
function judgeRegion({ value }: RenderedObject, { environment }: CheckContext): readonly RuleFinding[] {
  const found = textAt(value, ...AWS, 'region');
  if (environment.platform !== 'eks' || found === undefined || found === environment.region) return [];
  const partition = (region: string) => /^(cn|us-gov)-/.exec(region)?.[1] ?? 'aws';
  if (partition(found) === partition(environment.region)) return [];
  const what = `it reads region ${found}, which lies in another partition than ${environment.region}: no role of this account is known there, and ${STAY}.`;
  return [{ path: [...AWS, 'region'], found, what, fix: `read ${environment.region}.` }];
}

/** Where a reference of a store leads: that of a SecretStore never leaves its namespace. */
interface Reference {
  readonly name: string;
  readonly namespace: string;
}

/** What is wrong with a reference's namespace, or the reference. */
function referenceAt(object: RenderedObject, path: readonly string[]): Reference | RuleFinding | undefined {
  const name = textAt(object.value, ...path, 'name');
  if (name === undefined) return undefined;
  const named = textAt(object.value, ...path, 'namespace');
  if (object.kind === 'SecretStore') {
    const namespace = object.namespace ?? '';
    if (named === undefined || named === namespace) return { name, namespace };
    const what = `it reads as "${name}" of namespace ${named}; the operator refuses a SecretStore that leaves its namespace, and ${STAY}.`;
    const fix = 'make the store in that namespace, or use a ClusterSecretStore.';
    return { path: [...path, 'namespace'], found: named, what, fix };
  }
  if (named !== undefined) return { name, namespace: named };
  const what = `"${name}" has no namespace: the operator looks for it beside each ExternalSecret, and where it is not, the Secret is never made.`;
  return { path: [...path, 'namespace'], severity: 'warning', what, fix: 'give its namespace.' };
}

function judgeAccount(object: RenderedObject, { index }: CheckContext): readonly RuleFinding[] {
  const path = [...AWS, 'auth', 'jwt', 'serviceAccountRef'];
  const reference = referenceAt(object, path);
  if (reference === undefined) return [];
  if ('what' in reference) return [reference];
  const { name, namespace } = reference;
  const account = { group: '', kind: 'ServiceAccount', namespace, name };
  const found = index.find(account);
  if (found === undefined) {
    if (index.exists(account)) return [];
    const what = `it reads as ServiceAccount "${name}", which namespace ${namespace} does not have, so ${STAY}.${didYouMean(name, index.names('', 'ServiceAccount', namespace))}`;
    const fix = 'render the ServiceAccount, or declare it under `external` in environment.yaml.';
    return [{ path: [...path, 'name'], found: name, what, fix }];
  }
  if (mapAt(found.value, 'metadata', 'annotations')[IRSA.role] !== undefined) return [];
  const what = `it reads as ServiceAccount ${namespace}/${name}, which has no annotation ${IRSA.role}; the operator reads that alone, also where Pods get a role by Pod Identity, so ${STAY}.`;
  const fix = 'annotate the ServiceAccount, or leave auth out and give the operator’s own ServiceAccount the role.';
  return [{ path: [...path, 'name'], found: name, what, fix }];
}

const KEYS = ['accessKeyIDSecretRef', 'secretAccessKeySecretRef', 'sessionTokenSecretRef'];

function judgeKeys(object: RenderedObject, { index }: CheckContext): readonly RuleFinding[] {
  return KEYS.flatMap((field) => judgeKey(object, [...AWS, 'auth', 'secretRef', field], index));
}

function judgeKey(object: RenderedObject, path: readonly string[], index: ObjectIndex): readonly RuleFinding[] {
  const reference = referenceAt(object, path);
  if (reference === undefined) return [];
  if ('what' in reference) return [reference];
  const { name, namespace } = reference;
  const key = textAt(object.value, ...path, 'key') ?? '';
  const secret = { kind: 'Secret', name, key, path, optional: false } as const;
  if (!isThere(index, namespace, secret)) {
    const what = `it reads Secret "${name}", which namespace ${namespace} does not have, so ${STAY}.${didYouMean(name, index.names('', 'Secret', namespace))}`;
    const fix = 'use a role instead of keys, or declare the Secret under `external` in environment.yaml.';
    return [{ path: [...path, 'name'], found: name, what, fix }];
  }
  const keys = keysOf(index, namespace, secret);
  if (keys === 'missing' || keys === 'unknown' || keys.has(key)) return [];
  const what = `it reads key "${key}" of Secret ${namespace}/${name}, which has ${[...keys].join(', ') || 'no keys'}, so ${STAY}.${didYouMean(key, keys)}`;
  return [{ path: [...path, 'key'], found: key, what, fix: 'read one of its keys.' }];
}
