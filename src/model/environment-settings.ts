import type { AddOn } from './cluster/control-plane';
import type { EksEnvironment, KubernetesEnvironment } from './environment';
import type { JsonObject } from './json';

/** As a person writes it: what has a default may be left out. */
export type WrittenSettings<T> = T extends AddOn
  ? WrittenAddOn
  : T extends readonly (infer Item)[]
    ? readonly WrittenSettings<Item>[]
    : T extends object
      ? { readonly [K in keyof T]?: WrittenSettings<T[K]> }
      : T;

/** A component that EKS installs and keeps, as a person writes it. */
export interface WrittenAddOn extends Partial<Omit<AddOn, 'configuration' | 'podIdentity'>> {
  readonly podIdentity?: readonly Partial<AddOn['podIdentity'][number]>[];
  /** What the add-on's own schema takes: a map, or text in JSON or YAML. */
  readonly configuration?: string | JsonObject;
}

/** What `environment.yaml` holds, as an object. Which keys it must have is judged when it is read. */
export type EnvironmentSettings =
  | ({ readonly platform: 'eks' } & WrittenSettings<Omit<EksEnvironment, 'name' | 'release' | 'facts' | 'platform'>>)
  | ({ readonly platform: 'kubernetes' } & WrittenSettings<
      Omit<KubernetesEnvironment, 'name' | 'release' | 'facts' | 'platform'>
    >);
