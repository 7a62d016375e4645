import type { Container, PodResourceClaim } from '../../imports/k8s';
import { ACCELERATORS, EFA, HUGE_PAGES } from '../../src/knowledge/aws/accelerators';
import { quantity } from '../shared/kube-values';
import type { Problems } from '../shared/problems';
import type { AnyMount } from '../workload/mount';
import { sizeText } from '../workload/values';
import { type DeviceNames, OF_RUN_ON } from './placement-context';
import type { DeviceClaimInput, RunOnOptions } from './run-on-props';

/** The main container, which comes first, with its devices: request and limit alike, since nothing else is taken. */
export function withDevices(
  containers: readonly Container[],
  runOn: RunOnOptions | undefined,
  problems: Problems,
  names: DeviceNames = OF_RUN_ON,
): Container[] {
  const [main, ...others] = containers;
  const amounts = amountsOf(runOn);
  const claims = (runOn?.deviceClaims ?? []).map(({ name }) => ({ name: podNameOf(name) }));
  if (main === undefined || (Object.keys(amounts).length === 0 && claims.length === 0)) return [...containers];
  const { limits, requests, claims: given = [], ...rest } = main.resources ?? {};
  for (const [resource, property] of Object.entries(askersOf(runOn, names)))
    problems.unless(
      limits?.[resource] === undefined,
      `resources.extended has ${resource}, and so has ${property}.`,
      'leave it out of resources.',
    );
  problems.unless(
    runOn?.efa?.hugePages === undefined || requests?.['cpu'] !== undefined || requests?.['memory'] !== undefined,
    `${names.efa}.hugePages is given, and the container asks for neither CPU nor memory; the server refuses that.`,
    'give resources.',
  );
  const devices = Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, quantity(amount)]));
  const all = [...given, ...claims];
  const resources = {
    ...rest,
    requests: { ...requests, ...devices },
    limits: { ...limits, ...devices },
    ...(all.length === 0 ? {} : { claims: all }),
  };
  return [{ ...main, resources }, ...others];
}

/** Which property asks for a resource. */
function askersOf(runOn: RunOnOptions | undefined, names: DeviceNames): Readonly<Record<string, string>> {
  const { gpu, efa } = runOn ?? {};
  return {
    ...(gpu && { [ACCELERATORS[gpu.kind].resource]: names.gpu }),
    ...(efa && { [EFA.resource]: names.efa }),
    ...(efa?.hugePages !== undefined && { [HUGE_PAGES.resource]: `${names.efa}.hugePages` }),
  };
}

function amountsOf(runOn: RunOnOptions | undefined): Readonly<Record<string, string>> {
  const { gpu, efa } = runOn ?? {};
  return {
    ...(gpu && { [ACCELERATORS[gpu.kind].resource]: String(gpu.count) }),
    ...(efa && { [EFA.resource]: String(efa.interfaces) }),
    ...(efa?.hugePages !== undefined && { [HUGE_PAGES.resource]: sizeText(efa.hugePages) }),
  };
}

/** What the main container mounts for its devices. */
export function deviceMounts(runOn: RunOnOptions | undefined): readonly AnyMount[] {
  if (runOn?.efa?.hugePages === undefined) return [];
  const volume = { name: 'hugepages', emptyDir: { medium: HUGE_PAGES.medium } };
  return [{ path: HUGE_PAGES.path, volume }];
}

/** How a Pod names its claims. */
export function podClaims(claims: readonly DeviceClaimInput[]): readonly PodResourceClaim[] {
  return claims.map(({ name, shared }) => ({
    name: podNameOf(name),
    ...(shared ? { resourceClaimName: name } : { resourceClaimTemplateName: name }),
  }));
}

/** The Pod's own name of a claim is one label, and a claim may have dots. */
function podNameOf(claim: string): string {
  return claim.replaceAll('.', '-');
}
