import type { Environment } from './environment';

/** Name of the project and the Application in the bootstrap file. No app and no owner may have it. */
export const ROOT = 'root';

/** `<environment>-<name>`, with the repository's id before it where several share one Argo CD. */
export function deliveryName(environment: Environment, name: string): string {
  const id = environment.gitops?.id;
  return `${id === undefined ? '' : `${id}-`}${environment.name}-${name}`;
}

/** Name of the ApplicationSet, where the settings want one. */
export const APPLICATION_SET = 'apps';

/** Name of the GitRepository that Flux reads, before the environment is put in front. */
export const SOURCE = 'source';

/** Name of the project that the Applications of add-ons stand in. No owner may have it. */
export const ADD_ONS_PROJECT = 'add-ons';

/** What an add-on's Application is called before the environment is put in front. */
export const addOnApplication = (addOn: string): string => `${ADD_ON_PREFIX}${addOn}`;

/** The add-on that an Application is called after; whether there is such an add-on is for others to say. */
export function addOnOfApplication(name: string): string | undefined {
  const start = name.indexOf(ADD_ON_PREFIX);
  return start < 0 ? undefined : name.slice(start + ADD_ON_PREFIX.length);
}

const ADD_ON_PREFIX = 'add-on-';
