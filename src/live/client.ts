import type { EKSClient } from '@aws-sdk/client-eks';

/** A client for one region, with credentials from the SDK's own chain. Only this function loads the SDK. */
export async function eksClient(region: string): Promise<EKSClient> {
  const { EKSClient: Client } = await import('../live/sdk.js');
  // Without `throwOnRequestTimeout` the SDK warns, and waits on.
  const requestHandler = { connectionTimeout: 5_000, requestTimeout: 20_000, throwOnRequestTimeout: true };
  return new Client({ region, maxAttempts: 4, requestHandler });
}
