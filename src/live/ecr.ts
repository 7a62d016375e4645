import type { EcrPlace } from '../grammar/registry-place';

export interface EcrLogin {
  readonly user: string;
  readonly secret: string;
}

/**
 * A login of some hours at the private registry of a region, with AWS credentials from the SDK's own chain.
 * @returns undefined where ECR answers without one
 * @throws whatever the SDK throws
 */
export async function ecrLogin({ region }: EcrPlace, abortSignal: AbortSignal): Promise<EcrLogin | undefined> {
  const { ECRClient, GetAuthorizationTokenCommand } = await import('../live/sdk.js');
  const requestHandler = { connectionTimeout: 5_000, requestTimeout: 20_000, throwOnRequestTimeout: true };
  const client = new ECRClient({ region, maxAttempts: 4, requestHandler });
  try {
    const { authorizationData } = await client.send(new GetAuthorizationTokenCommand({}), { abortSignal });
    const text = Buffer.from(authorizationData?.[0]?.authorizationToken ?? '', 'base64').toString('utf8');
    const colon = text.indexOf(':');
    return colon < 1 ? undefined : { user: text.slice(0, colon), secret: text.slice(colon + 1) };
  } finally {
    client.destroy();
  }
}
