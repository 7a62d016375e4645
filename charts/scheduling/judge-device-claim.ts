import { wrongDnsLabel } from '../../src/grammar/dns';
import type { Environment } from '../../src/model/environment';
import type { Problems } from '../shared/problems';
import { atLeast } from '../shared/version';
import type { ClaimedDevices, DeviceClaimProps } from './device-claim-props';

/** Kubernetes takes so many alternatives of a request. */
const MOST_ALTERNATIVES = 8;

export function judgeDeviceClaim({ devices }: DeviceClaimProps, environment: Environment, problems: Problems): void {
  const { name, kubernetesVersion } = environment;
  problems.unless(
    atLeast(environment, 34),
    `environment ${name} has Kubernetes ${kubernetesVersion}, and claims of devices are served since 1.34.`,
    'ask for the devices of a device plugin instead, or raise kubernetesVersion.',
  );
  const requests = Object.entries(devices);
  problems.unless(requests.length > 0, 'devices is empty: there is nothing to claim.', 'name at least one request.');
  for (const [request, given] of requests) {
    judgeRequest(request, alternativesOf(given), problems);
    problems.unless(
      atLeast(environment, 36) || alternativesOf(given).every(({ tolerations }) => tolerations === undefined),
      `devices.${request} tolerates taints of devices, which Kubernetes knows since 1.36; environment ${name} has ${kubernetesVersion}.`,
      'leave tolerations out.',
    );
  }
}

function judgeRequest(request: string, alternatives: readonly ClaimedDevices[], problems: Problems): void {
  const wrong = wrongDnsLabel(request);
  problems.unless(
    wrong === undefined,
    `a request cannot be called "${request}": ${wrong}; the server refuses it.`,
    'use at most 63 lower-case letters, digits and inner hyphens.',
  );
  problems.unless(
    alternatives.length > 0 && alternatives.length <= MOST_ALTERNATIVES,
    `devices.${request} has ${alternatives.length} alternatives; the server takes 1 to ${MOST_ALTERNATIVES}.`,
    `list 1 to ${MOST_ALTERNATIVES} of them.`,
  );
  for (const { count } of alternatives) if (count !== 'All') problems.integer(`devices.${request}.count`, count, 1);
}

function alternativesOf(given: ClaimedDevices | readonly ClaimedDevices[]): readonly ClaimedDevices[] {
  return [given].flat();
}
