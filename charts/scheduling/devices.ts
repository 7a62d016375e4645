import type { Container } from '../../imports/k8s';
import { ACCELERATORS } from '../../src/knowledge/aws/accelerators';
import { quantity } from '../shared/kube-values';
import type { Problems } from '../shared/problems';
import type { RunOn } from './run-on-props';

/** The main container, which comes first, with its devices: request and limit alike, since nothing else is taken. */
export function withDevices(
  containers: readonly Container[],
  runOn: RunOn | undefined,
  problems: Problems,
): Container[] {
  const [main, ...others] = containers;
  if (main === undefined || runOn?.gpu === undefined) return [...containers];
  const { count, kind } = runOn.gpu;
  const { resource } = ACCELERATORS[kind];
  const { limits, requests, ...rest } = main.resources ?? {};
  problems.unless(
    limits?.[resource] === undefined,
    `resources.extended has ${resource}, and so has runOn.gpu.`,
    'leave it out of resources.',
  );
  const devices = { [resource]: quantity(String(count)) };
  const resources = { ...rest, requests: { ...requests, ...devices }, limits: { ...limits, ...devices } };
  return [{ ...main, resources }, ...others];
}
