import { SECRETS_STORE } from '../../knowledge/kubernetes/secrets-store';
import { at, isJsonObject, listAt, mapAt, textAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import type { ObjectIndex } from '../engine/object-index';

/** A Secret that a controller makes from another object. */
export interface MadeSecret {
  readonly name: string;
  /** Its keys; 'unknown' where only the store knows them. */
  readonly keys: 'unknown' | ReadonlySet<string>;
  readonly maker: RenderedObject;
  /** Why it is never made, as a clause; absent where it is. */
  readonly never?: string;
}

type Made = Omit<MadeSecret, 'maker'>;

/** Kinds that make Secrets, each with those of one object. */
const MAKERS: readonly (readonly [group: string, kind: string, made: (maker: RenderedObject) => readonly Made[]])[] = [
  // https://external-secrets.io/latest/api/externalsecret/
  ['external-secrets.io', 'ExternalSecret', ofExternalSecret],
  [SECRETS_STORE.group, 'SecretProviderClass', ofProviderClass],
  // https://cert-manager.io/docs/reference/api-docs/#cert-manager.io/v1.CertificateSpec
  ['cert-manager.io', 'Certificate', ofCertificate],
  // https://github.com/bitnami-labs/sealed-secrets#overview
  ['bitnami.com', 'SealedSecret', ofSealedSecret],
];

/** All Secrets of a namespace that controllers make. */
export function madeSecrets(index: ObjectIndex, namespace: string): readonly MadeSecret[] {
  return MAKERS.flatMap(([group, kind, made]) =>
    index
      .inNamespace(group, kind, namespace)
      .flatMap((maker) => made(maker).map((secret): MadeSecret => ({ ...secret, maker }))),
  );
}

/** A template decides all keys, unless it merges; `dataFrom` brings keys that only the store knows. */
function ofExternalSecret({ name, value }: RenderedObject): readonly Made[] {
  const template = at(value, 'spec', 'target', 'template');
  const templated = Object.keys(mapAt(template, 'data'));
  const made = (keys: Made['keys']) => [{ name: textAt(value, 'spec', 'target', 'name') ?? name, keys }];
  if (isJsonObject(template) && templated.length > 0 && at(template, 'mergePolicy') !== 'Merge')
    return made(listAt(template, 'templateFrom').length > 0 ? 'unknown' : new Set(templated));
  if (listAt(value, 'spec', 'dataFrom').length > 0) return made('unknown');
  return made(new Set(listAt(value, 'spec', 'data').map((entry) => textAt(entry, 'secretKey') ?? '')));
}

function ofProviderClass({ value }: RenderedObject): readonly Made[] {
  const brought = broughtObjects(textAt(value, 'spec', 'parameters', 'objects') ?? '');
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

/** Names and aliases of what a provider mounts, from the YAML text in the parameters; none where it is written otherwise. */
function broughtObjects(text: string): ReadonlySet<string> {
  const found = text.matchAll(/^[\s-]*["']?(?:objectName|objectAlias)["']?:\s*["']?([^"'#\n]+?)["']?\s*$/gm);
  return new Set(Array.from(found, (match) => match[1] as string));
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
