/** Where the API of an image's registry answers. */
export interface RegistryPlace {
  /** As the image names it: `docker.io`. */
  readonly registry: string;
  /** Scheme, host and port of the API: `https://registry-1.docker.io`. */
  readonly origin: string;
  /** Of the repository in the registry: `library/nginx`. */
  readonly path: string;
}

/** Docker Hub's API answers under another name than its images carry. */
const HUB = new Set(['docker.io', 'index.docker.io']);
const HUB_API = 'registry-1.docker.io';

/**
 * The place of a repository that names its registry. Plain HTTP is spoken on this machine alone.
 * @see https://github.com/distribution/reference/blob/v0.6.0/normalize.go (splitDockerDomain)
 * @see https://github.com/moby/moby/blob/a12b466183e03621bc9e1c1e4deab6db8ec93f0a/registry/config.go (the host of Docker Hub's API)
 */
export function registryPlace(repository: string): RegistryPlace {
  const slash = repository.indexOf('/');
  const registry = repository.slice(0, slash);
  const path = repository.slice(slash + 1);
  if (HUB.has(registry))
    return {
      registry: 'docker.io',
      origin: `https://${HUB_API}`,
      path: path.includes('/') ? path : `library/${path}`,
    };
  return { registry, origin: `${isLoopback(registry) ? 'http' : 'https'}://${registry}`, path };
}

/** Whether a host, with or without its port, is this machine. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(host);
}

/** The names by which a Docker configuration keeps the credential of a registry, the usual one first. */
export function credentialKeys(registry: string): readonly string[] {
  if (registry !== 'docker.io')
    return [registry, `https://${registry}`, `https://${registry}/v1/`, `https://${registry}/v2/`];
  return ['https://index.docker.io/v1/', 'index.docker.io', 'docker.io', HUB_API];
}

/** Where a private registry of ECR is. */
export interface EcrPlace {
  readonly accountId: string;
  readonly region: string;
}

/** @see https://github.com/awslabs/amazon-ecr-credential-helper (ecrPattern) */
const ECR =
  /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9][a-z0-9-]*)\.(?:amazonaws\.(?:com(?:\.cn)?|eu)|on\.(?:aws|amazonwebservices\.com\.cn))$/;

/** Account and region of a private registry of ECR; undefined for other registries. */
export function ecrPlace(registry: string): EcrPlace | undefined {
  const [, accountId, region] = ECR.exec(registry) ?? [];
  return accountId === undefined || region === undefined ? undefined : { accountId, region };
}
