import type { EksEnvironment } from '../model/environment';
import type { Problem } from '../model/errors';
import { messageOf, textOf } from '../model/thrown';
import { WrongShape } from './answer';
import { BeyondLimit } from './limits';

/** Names of errors that mean "no usable credentials". */
const CREDENTIALS = new Set([
  'CredentialsProviderError',
  'ExpiredTokenException',
  'ExpiredToken',
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'InvalidClientTokenId',
  'TokenRefreshRequired',
]);
const DENIED = new Set(['AccessDeniedException', 'AccessDenied']);
const UNSUPPORTED = new Set(['UnknownOperationException', 'UnsupportedOperation']);
const BUSY = new Set([
  'ThrottlingException',
  'TooManyRequestsException',
  'ServiceUnavailableException',
  'ServerException',
]);

/**
 * What an error of the SDK means for the person who ran the command. The error's name decides, not its status: a proxy
 * on the way may also answer with a 404.
 */
export function explain(error: unknown, action: string, environment: EksEnvironment): Problem {
  const name = textOf(error, 'name') ?? 'Error';
  const message = messageOf(error);
  const { partition, region, accountId, clusterName } = environment;
  const resource = `arn:${partition}:eks:${region}:${accountId}:cluster/${clusterName}`;
  const endpoint = `https://eks.${region}.amazonaws.com`;
  if (DENIED.has(name)) {
    return {
      message: `the credentials may not call eks:${action} on ${resource}.`,
      fix: `give them the policy that \`cdk8s-eks facts policy ${environment.name}\` prints.`,
    };
  }
  if (UNSUPPORTED.has(name)) {
    return {
      message: `EKS in region ${region} does not know the call eks:${action} (${name}).`,
      fix: 'nothing is to be done: what it would tell stays unknown there.',
    };
  }
  if (name === 'ResourceNotFoundException') {
    return {
      message: `EKS knows no ${clusterName} in account ${accountId}, region ${region} (eks:${action}).`,
      fix: 'correct clusterName, region or the credentials.',
    };
  }
  if (CREDENTIALS.has(name)) {
    return {
      message: `there are no usable AWS credentials (${name}: ${firstLine(message)}).`,
      fix: `sign in to account ${accountId}, for instance with \`aws sso login\`, and run the command again.`,
    };
  }
  if (BUSY.has(name)) {
    return {
      message: `EKS did not answer eks:${action} after several tries (${name}).`,
      fix: 'run the command again later.',
    };
  }
  if (error instanceof BeyondLimit) {
    return {
      message: `the answer of EKS in region ${region} to eks:${action} ${firstLine(message)}: something between here and EKS holds it back, or answers in its place.`,
      fix: `see what ${endpoint} answers from here, by which proxy (HTTPS_PROXY, a VPN), and run the command again.`,
    };
  }
  if (error instanceof WrongShape) {
    return {
      message: `the answer of EKS in region ${region} to eks:${action} has another shape than EKS gives it: ${message}.`,
      fix: `see what ${endpoint} answers from here, by which proxy (HTTPS_PROXY, a VPN), and run the command again.`,
    };
  }
  return {
    message: `eks:${action} failed: ${name}: ${firstLine(message)}`,
    fix: `see whether ${endpoint} can be reached from here.`,
  };
}

/** Why one reading is missing; undefined for what makes all of them doubtful. */
export function unreadReason(error: unknown): 'denied' | 'unsupported' | undefined {
  const name = textOf(error, 'name') ?? '';
  if (DENIED.has(name)) return 'denied';
  return UNSUPPORTED.has(name) ? 'unsupported' : undefined;
}

/** All calls together took too long. */
export function beyondWhole(error: BeyondLimit, { clusterName, region }: EksEnvironment): Problem {
  return {
    message: `reading cluster ${clusterName} in region ${region} ${error.message}. Nothing was written.`,
    fix: 'run the command again; where EKS slows the calls down, when others of the account make fewer.',
  };
}

function firstLine(text: string): string {
  return text.replace(/\n.*/s, '');
}
