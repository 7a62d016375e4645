import type { Construct } from 'constructs';
import { KubeService, type ServicePort } from '../../imports/k8s';
import type { Labels } from './labels';
import type { PortProps } from './pod-props';
import { intOrString } from './probes';

export interface ServiceInput {
  readonly name: string;
  readonly selector: Labels;
  readonly ports: readonly PortProps[];
  readonly annotations?: Readonly<Record<string, string>>;
  /** Only DNS names of the single Pods, no address of its own. */
  readonly headless?: boolean;
  /** `NodePort` for load balancers that target nodes. `@default` ClusterIP (Kubernetes) */
  readonly type?: 'NodePort';
}

/** A Service that names the container's ports, so that a changed number needs no second edit. */
export function serviceFor(scope: Construct, id: string, input: ServiceInput): KubeService {
  return new KubeService(scope, id, {
    metadata: {
      name: input.name,
      labels: { ...input.selector },
      ...(input.annotations === undefined ? {} : { annotations: { ...input.annotations } }),
    },
    spec: {
      ...(input.headless === true ? { clusterIp: 'None' } : {}),
      ...(input.type === undefined ? {} : { type: input.type }),
      ports: servicePorts(input.ports),
      selector: { ...input.selector },
    },
  });
}

export function servicePorts(ports: readonly PortProps[]): ServicePort[] {
  return ports.flatMap(({ name, containerPort, servicePort, protocol }) => {
    if (servicePort === false) return [];
    const port: ServicePort = { name, port: servicePort ?? containerPort, targetPort: intOrString(name) };
    return [protocol === undefined || protocol === 'TCP' ? port : { ...port, protocol }];
  });
}
