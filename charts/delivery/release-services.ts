import type { Construct } from 'constructs';
import type { KubeService } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import type { Problems } from '../shared/problems';
import type { PortProps } from '../workload/container-props';
import type { Naming } from '../workload/labels';
import { serviceFor } from '../workload/service';
import type { ServedProps, ServiceProps } from '../workload/service-props';
import type { DeliveryPlan } from './delivery-plan';

/** The Services that a Rollout needs beside the first one, by the ends of their names: like it, so that target groups are alike. */
export function releaseServices(
  scope: Construct,
  naming: Naming,
  plan: DeliveryPlan | undefined,
  service: ServiceProps | undefined,
  ports: readonly PortProps[],
): Record<string, KubeService> {
  const { annotations, type, trafficDistribution } = service ?? {};
  const like = defined({ annotations, trafficDistribution, type: type === 'NodePort' ? type : undefined });
  // A port of the nodes is one Service's.
  const own = ports.map(({ nodePort: _, ...port }) => port);
  return Object.fromEntries(
    (plan?.services ?? []).map((suffix) => [suffix, serviceFor(scope, naming, { ...like, ports: own }, suffix)]),
  );
}

/** A Service that the Rollout needs is not made twice. */
export function judgeReleaseServices({ services }: DeliveryPlan, props: ServedProps, problems: Problems): void {
  for (const suffix of services)
    problems.unless(
      props.services?.[suffix] === undefined,
      `services has "${suffix}", which \`rollout\` makes: two Services would have one name.`,
      `leave services.${suffix} out; it is made like service.`,
    );
}
