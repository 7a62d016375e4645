import type { EKSClient } from '@aws-sdk/client-eks';

/** A client for one region, with credentials from the SDK's own chain. Only this function loads the SDK. */
export async function eksClient(region: string): Promise<EKSClient> {
  // What the SDK will want of Node one day says nothing of the cluster. Its own switch hides this warning alone.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  const { EKSClient: Client } = await import('../live/sdk.js');
  // Without `throwOnRequestTimeout` the SDK warns, and waits on.
  const requestHandler = { connectionTimeout: 5_000, requestTimeout: 20_000, throwOnRequestTimeout: true };
  return new Client({ region, maxAttempts: 4, requestHandler });
}
