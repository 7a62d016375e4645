import type { Construct } from 'constructs';
import { KubeService, type ServicePort } from '../../imports/k8s';
import { FIRST_PORT, LAST_PORT } from '../../src/grammar/port';
import { defined } from '../../src/model/defined';
import { intOrString } from '../shared/kube-values';
import type { Labels } from '../shared/labels';
import type { Problems } from '../shared/problems';
import type { PortProps } from './container-props';
import { type Naming, objectMetadata } from './labels';

export interface ServiceInput {
  readonly ports: readonly PortProps[];
  readonly annotations?: Labels;
  /** Only DNS names of the single Pods, no address of its own. */
  readonly headless?: boolean;
  /** `NodePort` for load balancers that target nodes. `@default` ClusterIP (Kubernetes) */
  readonly type?: 'NodePort';
}

/** A Service that names the container's ports, so that a changed number needs no second edit. */
export function serviceFor(scope: Construct, naming: Naming, input: ServiceInput): KubeService {
  return new KubeService(scope, 'Service', {
    metadata: objectMetadata(naming, input.annotations),
    spec: {
      ...(input.headless === true ? { clusterIp: 'None' } : {}),
      ...defined({ type: input.type }),
      ports: servicePorts(input.ports),
      selector: { ...naming.selector },
    },
  });
}

function servicePorts(ports: readonly PortProps[]): ServicePort[] {
  return ports.flatMap(({ name, containerPort, servicePort, protocol }) => {
    if (servicePort === false) return [];
    const port: ServicePort = { name, port: servicePort ?? containerPort, targetPort: intOrString(name) };
    return [protocol === undefined || protocol === 'TCP' ? port : { ...port, protocol }];
  });
}

/** @param declared ports of the container, of which those with `servicePort: false` are not served */
export function judgeServicePorts(declared: readonly PortProps[], problems: Problems): void {
  const ports = servicePorts(declared);
  const names = new Map<string, string>();
  for (const { name = '', port, protocol = 'TCP' } of ports) {
    problems.integer(`the Service’s port for ${name}`, port, FIRST_PORT, LAST_PORT);
    const taken = names.get(`${protocol} ${port}`);
    problems.unless(
      taken === undefined,
      `ports ${taken} and ${name} are both ${protocol} port ${port} of the Service; the server refuses it.`,
      'give one of them another servicePort, or servicePort: false.',
    );
    names.set(`${protocol} ${port}`, name);
  }
  problems.unless(
    ports.length > 0 || declared.length === 0,
    'every port has servicePort: false, and a Service without ports is refused by the server.',
    'leave one port on the Service.',
  );
}
