import type { Construct } from 'constructs';
import { KubeService, type ServicePort, type ServiceSpec } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import { intOrString } from '../shared/kube-values';
import type { PortProps } from './container-props';
import { type Naming, objectMetadata } from './labels';
import { servicePortOf } from './ports';
import type { ExtraServiceProps, ServiceProps } from './service-props';

export interface ServiceInput extends ServiceProps {
  readonly ports: readonly PortProps[];
}

/** A Service that names the container's ports, so that a changed number needs no second edit. @param suffix of its name */
export function serviceFor(scope: Construct, naming: Naming, input: ServiceInput, suffix = ''): KubeService {
  const { sessionAffinity: affinity } = input;
  const timeout = typeof affinity === 'object' ? { clientIp: { timeoutSeconds: affinity.timeoutSeconds } } : undefined;
  return new KubeService(scope, suffix === '' ? 'Service' : `Service-${suffix}`, {
    metadata: objectMetadata(
      suffix === '' ? naming : { ...naming, name: `${naming.name}-${suffix}` },
      input.annotations,
    ),
    spec: {
      ...(input.headless === true ? { clusterIp: 'None' } : {}),
      ...asGiven(input),
      ...defined({
        sessionAffinity: affinity === undefined ? undefined : 'ClientIP',
        sessionAffinityConfig: timeout,
        loadBalancerSourceRanges: input.loadBalancerSourceRanges && [...input.loadBalancerSourceRanges],
        ipFamilies: input.ipFamilies && [...input.ipFamilies],
      }),
      ports: servicePorts(input.ports),
      selector: { ...naming.selector },
    },
  });
}

function asGiven(input: ServiceProps): Partial<ServiceSpec> {
  return defined({
    type: input.type,
    publishNotReadyAddresses: input.publishNotReadyAddresses,
    trafficDistribution: input.trafficDistribution,
    internalTrafficPolicy: input.internalTrafficPolicy,
    externalTrafficPolicy: input.externalTrafficPolicy,
    healthCheckNodePort: input.healthCheckNodePort,
    ipFamilyPolicy: input.ipFamilyPolicy,
    loadBalancerClass: input.loadBalancerClass,
    allocateLoadBalancerNodePorts: input.allocateLoadBalancerNodePorts,
  });
}

/** The Services beside the first one, by the end of their names. */
export function extraServices(
  scope: Construct,
  naming: Naming,
  services: Readonly<Record<string, ExtraServiceProps>>,
  ports: readonly PortProps[],
): Record<string, KubeService> {
  const made = Object.entries(services).map(
    ([suffix, props]) =>
      [suffix, serviceFor(scope, naming, { ...props, ports: chosenPorts(props, ports) }, suffix)] as const,
  );
  return Object.fromEntries(made);
}

/** Those that a further Service names, or all that the first one serves. */
export function chosenPorts({ ports: names }: ExtraServiceProps, known: readonly PortProps[]): readonly PortProps[] {
  return names === undefined ? known : known.filter(({ name }) => names.includes(name)).map(served);
}

/** What is named is served, also where the first Service leaves it out. */
function served({ servicePort, ...port }: PortProps): PortProps {
  return servicePort === false || servicePort === undefined ? port : { ...port, servicePort };
}

/** The ports that are served. */
export function servicePorts(ports: readonly PortProps[]): ServicePort[] {
  return ports.flatMap((each) => {
    const { name, protocol, appProtocol, nodePort } = each;
    const number = servicePortOf(each);
    if (number === undefined) return [];
    const port = { name, port: number, targetPort: intOrString(name) };
    const other = protocol === undefined || protocol === 'TCP' ? undefined : protocol;
    return [{ ...port, ...defined({ protocol: other, appProtocol, nodePort }) }];
  });
}
