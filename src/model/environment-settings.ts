import type { EksEnvironment, KubernetesEnvironment } from './environment';

/** As a person writes it: what has a default may be left out. */
export type WrittenSettings<T> = T extends readonly (infer Item)[]
  ? readonly WrittenSettings<Item>[]
  : T extends object
    ? { readonly [K in keyof T]?: WrittenSettings<T[K]> }
    : T;

/** What `environment.yaml` holds, as an object. Which keys it must have is judged when it is read. */
export type EnvironmentSettings =
  | ({ readonly platform: 'eks' } & WrittenSettings<Omit<EksEnvironment, 'name' | 'release' | 'facts' | 'platform'>>)
  | ({ readonly platform: 'kubernetes' } & WrittenSettings<
      Omit<KubernetesEnvironment, 'name' | 'release' | 'facts' | 'platform'>
    >);
