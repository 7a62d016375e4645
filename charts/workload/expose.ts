import type { NlbExposeProps } from '../nlb/nlb-expose';
import { NlbService } from '../nlb/nlb-service';
import type { PortProps } from './container-props';
import type { Naming } from './labels';
import type { Workload } from './workload';

/** How a workload is reached from outside the cluster. */
export interface ExposeProps {
  /** A Network Load Balancer of its own, by a second Service: `<name>-nlb`. */
  readonly nlb: NlbExposeProps;
}

/** What workloads with ports can be told. */
export interface ExposedProps {
  /** How it is reached from outside the cluster. `@default` - it is not */
  readonly expose?: ExposeProps;
}

/** The Service with the load balancer; undefined where none is wanted. */
export function exposed(
  workload: Workload & { readonly ports: readonly PortProps[] },
  { expose }: ExposedProps,
  naming: Naming,
): NlbService | undefined {
  if (expose === undefined) return undefined;
  const { labels, ...nlb } = expose.nlb;
  const name = `${naming.name}-nlb`;
  return new NlbService(workload, 'Nlb', {
    ...nlb,
    backend: workload,
    name,
    // A monitor of the workload selects its own Service by this label, and would scrape every Pod twice.
    labels: { ...naming.labels, 'app.kubernetes.io/name': name, ...labels },
  });
}
