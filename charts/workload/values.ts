import type { EnvFromSource, EnvVarSource } from '../../imports/k8s';
import type { CpuText, SizeText } from '../../src/grammar/amounts';
import { withVolumeBehind } from '../secrets/synced-secret';

/** CPU as text, or cdk8s-plus's `Cpu`. `cpuOf` reads text that is known later. */
export type CpuInput = CpuText | { readonly amount: string };
/** A size with its unit as text, or cdk8s's `Size`. `sizeOf` reads text that is known later. */
export type SizeInput = SizeText | { toKibibytes(): number };

export function cpuText(cpu: CpuInput): string {
  return typeof cpu === 'string' ? cpu : cpu.amount;
}

/** In the largest unit that needs no fraction. */
export function sizeText(size: SizeInput): string {
  if (typeof size === 'string') return size;
  const kibibytes = size.toKibibytes();
  if (kibibytes % 1024 ** 2 === 0) return `${kibibytes / 1024 ** 2}Gi`;
  return kibibytes % 1024 === 0 ? `${kibibytes / 1024}Mi` : `${kibibytes}Ki`;
}

/** The value of an environment variable: text, a source, or cdk8s-plus's `EnvValue`. */
export type EnvInput = string | EnvVarSource | { readonly value?: unknown; readonly valueFrom?: EnvVarSource };

/** A variable reads a key of a Secret, also one that a construct makes; a volume that brings it is mounted. */
export function fromSecret(secret: Named, key: string): EnvVarSource {
  return withVolumeBehind({ secretKeyRef: { name: nameOf(secret), key } }, secret);
}

/** A variable reads a key of a ConfigMap. */
export function fromConfigMap(configMap: Named, key: string): EnvVarSource {
  return { configMapKeyRef: { name: nameOf(configMap), key } };
}

/** A name, or anything that has one: a construct of ours, of cdk8s, of any cdk8s-plus. */
export type Named = string | { readonly name: string };

/** A name, or an object that has one: a construct of ours, of cdk8s, of any cdk8s-plus. A workload is not an object. */
export type NamedObject = string | { readonly name: string; readonly kind: string };

export function nameOf(named: Named): string {
  return typeof named === 'string' ? named : named.name;
}

/** All keys of a ConfigMap or Secret as variables: a source, an object with kind and name, or cdk8s-plus's `EnvFrom`. */
export type EnvFromInput =
  | EnvFromSource
  | { readonly kind: string; readonly name: string }
  | { _toKube(): EnvFromSource };

export function envFromSource(input: EnvFromInput): EnvFromSource {
  if ('_toKube' in input) return input._toKube();
  if (!('kind' in input)) return input;
  return input.kind === 'Secret' ? { secretRef: { name: input.name } } : { configMapRef: { name: input.name } };
}
