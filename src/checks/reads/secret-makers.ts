import { OPERATOR_KINDS, type OperatorKind } from '../../knowledge/kubernetes/operator-makes';
import { SECRETS_STORE } from '../../knowledge/kubernetes/secrets-store';
import { at, isJsonObject, type JsonValue, listAt, mapAt, textAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import { matchesSelector, type ObjectIndex } from '../engine/object-index';
import { broughtObjects } from './brought-objects';
import { madeName } from './operator-objects';

/** A Secret or ConfigMap that a controller makes from another object. */
export interface MadeSecret {
  readonly kind: 'Secret' | 'ConfigMap';
  /** `*` in it stands for any text. */
  readonly name: string;
  /** Its keys; 'unknown' where only the store knows them. */
  readonly keys: 'unknown' | ReadonlySet<string>;
  /** Those that it has at least, where not all are known. */
  readonly some?: ReadonlySet<string>;
  readonly maker: RenderedObject;
  /** Why it is never made, as a clause; absent where it is. */
  readonly never?: string;
}

type Made = Omit<MadeSecret, 'maker' | 'kind'> & Partial<Pick<MadeSecret, 'kind'>>;

/** Kinds that make Secrets or ConfigMaps, each with those of one object. */
const MAKERS: readonly (readonly [group: string, kind: string, made: (maker: RenderedObject) => readonly Made[]])[] = [
  // https://external-secrets.io/latest/api/externalsecret/
  ['external-secrets.io', 'ExternalSecret', ofExternalSecret],
  [SECRETS_STORE.group, 'SecretProviderClass', ofProviderClass],
  // https://cert-manager.io/docs/reference/api-docs/#cert-manager.io/v1.CertificateSpec
  ['cert-manager.io', 'Certificate', ofCertificate],
  // https://github.com/bitnami-labs/sealed-secrets#overview
  ['bitnami.com', 'SealedSecret', ofSealedSecret],
  // https://cert-manager.io/docs/usage/ingress/ and https://cert-manager.io/docs/usage/gateway/
  ['networking.k8s.io', 'Ingress', ofIngress],
  ['gateway.networking.k8s.io', 'Gateway', ofGateway],
  ...OPERATOR_KINDS.map((row) => [row.group, row.kind, (maker: RenderedObject) => ofOperator(row, maker)] as const),
];

/** Many references ask for the same namespace; its makers are read once. */
const FOUND = new WeakMap<ObjectIndex, Map<string, readonly MadeSecret[]>>();

/** All Secrets and ConfigMaps of a namespace that controllers make. */
export function madeSecrets(index: ObjectIndex, namespace: string): readonly MadeSecret[] {
  const known = FOUND.get(index) ?? new Map<string, readonly MadeSecret[]>();
  FOUND.set(index, known);
  const found = known.get(namespace) ?? readMakers(index, namespace);
  known.set(namespace, found);
  return found;
}

function readMakers(index: ObjectIndex, namespace: string): readonly MadeSecret[] {
  const from = (maker: RenderedObject, made: readonly Made[]) =>
    made.map((one): MadeSecret => ({ kind: 'Secret', ...one, maker }));
  return [
    ...MAKERS.flatMap(([group, kind, made]) =>
      index.inNamespace(group, kind, namespace).flatMap((maker) => from(maker, made(maker))),
    ),
    ...index
      .ofKind('external-secrets.io', 'ClusterExternalSecret')
      .flatMap((maker) => (reaches(maker, namespace, index) ? from(maker, ofClusterExternalSecret(maker)) : [])),
  ];
}

/**
 * Whether a ClusterExternalSecret puts its Secret into a namespace. One that is not rendered may have any labels.
 * @see https://external-secrets.io/latest/api/clusterexternalsecret/
 */
function reaches({ value }: RenderedObject, namespace: string, index: ObjectIndex): boolean {
  if (listAt(value, 'spec', 'namespaces').includes(namespace)) return true;
  const selectors = [...listAt(value, 'spec', 'namespaceSelectors'), at(value, 'spec', 'namespaceSelector')];
  const rendered = index.find({ group: '', kind: 'Namespace', name: namespace });
  const labels = { ...mapAt(rendered?.value, 'metadata', 'labels'), 'kubernetes.io/metadata.name': namespace };
  return selectors.some(
    (selector) => selector !== undefined && (rendered === undefined || matchesSelector(selector, labels)),
  );
}

function ofClusterExternalSecret({ name, value }: RenderedObject): readonly Made[] {
  return ofSecretSpec(at(value, 'spec', 'externalSecretSpec'), textAt(value, 'spec', 'externalSecretName') ?? name);
}

function ofOperator({ secrets = [], keys = [] }: OperatorKind, maker: RenderedObject): readonly Made[] {
  return secrets.map((pattern) => ({ name: madeName(pattern, maker), keys: 'unknown', some: new Set(keys) }));
}

const ISSUERS = ['cert-manager.io/issuer', 'cert-manager.io/cluster-issuer'];

function asksForCertificate({ value }: RenderedObject): boolean {
  const annotations = mapAt(value, 'metadata', 'annotations');
  return ISSUERS.some((key) => annotations[key] !== undefined) || annotations['kubernetes.io/tls-acme'] === 'true';
}

function ofIngress(ingress: RenderedObject): readonly Made[] {
  if (!asksForCertificate(ingress)) return [];
  return listAt(ingress.value, 'spec', 'tls').flatMap((tls) => certificateIn(textAt(tls, 'secretName')));
}

function ofGateway(gateway: RenderedObject): readonly Made[] {
  if (!asksForCertificate(gateway)) return [];
  return listAt(gateway.value, 'spec', 'listeners').flatMap((listener) =>
    listAt(listener, 'tls', 'certificateRefs').flatMap((ref) => certificateIn(textAt(ref, 'name'))),
  );
}

function certificateIn(name: string | undefined): readonly Made[] {
  return name === undefined ? [] : [{ name, keys: new Set(['tls.crt', 'tls.key', 'ca.crt']) }];
}

/** A template decides all keys, unless it merges; `dataFrom` brings keys that only the store knows. */
function ofExternalSecret({ name, value }: RenderedObject): readonly Made[] {
  return ofSecretSpec(at(value, 'spec'), name);
}

function ofSecretSpec(spec: JsonValue | undefined, name: string): readonly Made[] {
  const template = at(spec, 'target', 'template');
  const templated = Object.keys(mapAt(template, 'data'));
  // It may make an object of another kind: https://external-secrets.io/latest/guides/targeting-custom-resources
  const manifest = at(spec, 'target', 'manifest');
  const kind = textAt(manifest, 'kind') === 'ConfigMap' ? 'ConfigMap' : 'Secret';
  if (kind === 'Secret' && isJsonObject(manifest)) return [];
  const made = (keys: Made['keys']): readonly Made[] => [{ kind, name: textAt(spec, 'target', 'name') ?? name, keys }];
  if (isJsonObject(template) && templated.length > 0 && at(template, 'mergePolicy') !== 'Merge')
    return made(listAt(template, 'templateFrom').length > 0 ? 'unknown' : new Set(templated));
  if (listAt(spec, 'dataFrom').length > 0) return made('unknown');
  return made(new Set(listAt(spec, 'data').map((entry) => textAt(entry, 'secretKey') ?? '')));
}

function ofProviderClass({ value }: RenderedObject): readonly Made[] {
  const brought = broughtObjects(mapAt(value, 'spec', 'parameters'));
  return listAt(value, 'spec', 'secretObjects').map((secret) => {
    const entries = listAt(secret, 'data');
    const absent = entries.map((entry) => textAt(entry, 'objectName') ?? '').find((one) => isAbsent(one, brought));
    return {
      name: textAt(secret, 'secretName') ?? '',
      keys: new Set(entries.map((entry) => textAt(entry, 'key') ?? '')),
      ...(absent === undefined
        ? {}
        : { never: `its parameters bring no object "${absent}" (they bring ${[...brought].join(', ')})` }),
    };
  });
}

function isAbsent(object: string, brought: ReadonlySet<string>): boolean {
  return brought.size > 0 && !brought.has(object);
}

function ofCertificate({ value }: RenderedObject): readonly Made[] {
  const name = textAt(value, 'spec', 'secretName');
  if (name === undefined) return [];
  const more =
    at(value, 'spec', 'keystores') !== undefined || listAt(value, 'spec', 'additionalOutputFormats').length > 0;
  return [{ name, keys: more ? 'unknown' : new Set(['tls.crt', 'tls.key', 'ca.crt']) }];
}

function ofSealedSecret({ name, value }: RenderedObject): readonly Made[] {
  const template = mapAt(value, 'spec', 'template');
  const keys = [...Object.keys(mapAt(value, 'spec', 'encryptedData')), ...Object.keys(mapAt(template, 'data'))];
  return [{ name: textAt(template, 'metadata', 'name') ?? name, keys: new Set(keys) }];
}
