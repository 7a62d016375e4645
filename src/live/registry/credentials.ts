import { ecrPlace } from '../../grammar/registry-place';
import { messageOf, textOf } from '../../model/thrown';
import { ecrLogin } from '../ecr';
import { askHelper } from './credential-helper';
import { type Credential, type DockerPlace, helperOf, readDockerConfig, writtenCredential } from './docker-config';
import { Refused } from './refused';

/** What gives a login at a private registry of ECR. */
export type EcrLogins = typeof ecrLogin;

/**
 * The credential for a registry: of the helper that Docker's configuration names for it; for ECR of the AWS SDK's own chain,
 * since a login that Docker wrote down ends after 12 hours; of the helper for all registries; of the file itself.
 * @returns undefined where nobody has one
 * @throws Refused where one should be there and cannot be had
 */
export async function credentialFor(
  registry: string,
  docker: DockerPlace,
  signal: AbortSignal,
  logins: EcrLogins = ecrLogin,
): Promise<Credential | undefined> {
  const config = readDockerConfig(docker);
  const named = helperOf(config, registry);
  if (named !== undefined) return askHelper(named, registry, docker.env, signal);
  const ecr = await ecrCredential(registry, signal, logins);
  if (ecr !== undefined) return ecr;
  const stored =
    config.credsStore === undefined ? undefined : await askHelper(config.credsStore, registry, docker.env, signal);
  return stored ?? writtenCredential(config, registry);
}

async function ecrCredential(
  registry: string,
  signal: AbortSignal,
  logins: EcrLogins,
): Promise<Credential | undefined> {
  const place = ecrPlace(registry);
  if (place === undefined) return undefined;
  try {
    const login = await logins(place, signal);
    return login === undefined
      ? undefined
      : { ...login, from: `AWS credentials (ecr:GetAuthorizationToken in ${place.region})` };
  } catch (error) {
    // Where there are no AWS credentials, there may be a login of Docker.
    if (textOf(error, 'name') === 'CredentialsProviderError') return undefined;
    if (signal.aborted) throw error;
    const why = `${textOf(error, 'name') ?? 'Error'}: ${messageOf(error).replace(/\n.*/s, '')}`;
    throw new Refused({
      message: `ECR in ${place.region} gave no login for ${registry} (${why}).`,
      fix: 'let the AWS identity call ecr:GetAuthorizationToken, or sign in again, for instance with `aws sso login`.',
    });
  }
}
