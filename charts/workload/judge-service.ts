import { wrongCidr } from '../../src/grammar/cidr';
import { FIRST_PORT, LAST_PORT } from '../../src/grammar/port';
import { versionOfDistribution } from '../../src/knowledge/kubernetes/traffic-distribution';
import type { Environment } from '../../src/model/environment';
import { judgeServiceFields } from '../../src/model/service-fields';
import { didYouMean } from '../../src/model/suggest';
import type { Problems } from '../shared/problems';
import type { PortProps } from './container-props';
import { chosenPorts, servicePorts } from './service';
import type { ExtraServiceProps, ServiceProps } from './service-props';

/** What each kind of Service does not take. */
const OF_LOAD_BALANCERS = [
  'loadBalancerClass',
  'loadBalancerSourceRanges',
  'allocateLoadBalancerNodePorts',
] as const satisfies readonly (keyof ServiceProps)[];

/** @param what the Service, in messages */
export function judgeService(what: string, props: ServiceProps, environment: Environment, problems: Problems): void {
  const { trafficDistribution } = props;
  const { name: environmentName, kubernetesVersion } = environment;
  const wanted = trafficDistribution && versionOfDistribution(trafficDistribution, kubernetesVersion);
  problems.unless(
    wanted === undefined,
    `${what}.trafficDistribution is ${trafficDistribution}, which Kubernetes takes since ${wanted}; environment ${environmentName} has ${kubernetesVersion}, whose server refuses it.`,
    'use PreferClose, leave it out, or raise kubernetesVersion.',
  );
  for (const name of OF_LOAD_BALANCERS)
    problems.unless(
      props[name] === undefined || props.type === 'LoadBalancer',
      `${what}.${name} is of Services of type LoadBalancer; the server refuses it here.`,
      'set type: LoadBalancer, or leave it out.',
    );
  problems.unless(
    props.externalTrafficPolicy === undefined || props.type !== undefined,
    `${what}.externalTrafficPolicy is of Services that nodes or load balancers lead to; the server refuses it here.`,
    'set type, or leave it out.',
  );
  problems.unless(
    props.headless !== true || props.type === undefined,
    `${what} is headless and of type ${props.type}; the server refuses it.`,
    'leave one of them out.',
  );
  problems.integer(`${what}.healthCheckNodePort`, props.healthCheckNodePort, 30000, 32767);
  for (const said of judgeServiceFields(props)) problems.add(`${what}: ${said.what}`, said.fix);
  if (typeof props.sessionAffinity === 'object')
    problems.integer(`${what}.sessionAffinity.timeoutSeconds`, props.sessionAffinity.timeoutSeconds, 1, 86400);
  for (const range of props.loadBalancerSourceRanges ?? []) {
    const wrong = wrongCidr(range);
    problems.unless(
      wrong === undefined,
      `${what}.loadBalancerSourceRanges has "${range}": ${wrong}.`,
      'write a range such as 10.0.0.0/8.',
    );
  }
}

/** @param known ports of all containers */
export function judgeExtraServices(
  services: Readonly<Record<string, ExtraServiceProps>>,
  known: readonly PortProps[],
  environment: Environment,
  problems: Problems,
): void {
  const names = known.map(({ name }) => name);
  for (const [suffix, props] of Object.entries(services)) {
    problems.unless(
      suffix !== '',
      'services has the key "": the name of the Service would end with a hyphen, and the server refuses it.',
      'write the end of its name as key, such as metrics.',
    );
    judgeService(`services.${suffix}`, props, environment, problems);
    for (const port of props.ports ?? [])
      problems.unless(
        names.includes(port),
        `services.${suffix} leads to port "${port}", which no container declares.${didYouMean(port, names)}`,
        'name ports of the containers.',
      );
    const ports = chosenPorts(props, known);
    problems.unless(
      ports.length > 0,
      `services.${suffix} leads to no port, and a Service without ports is refused by the server.`,
      'name a port, or leave the Service out.',
    );
    if (props.ports !== undefined) judgeServicePorts(ports, problems);
  }
}

/** @param declared ports of the container, of which those with `servicePort: false` are not served */
export function judgeServicePorts(declared: readonly PortProps[], problems: Problems): void {
  const ports = servicePorts(declared);
  const names = new Map<string, string>();
  for (const { name = '', port, protocol = 'TCP', nodePort } of ports) {
    problems.integer(`the Service’s port for ${name}`, port, FIRST_PORT, LAST_PORT);
    problems.integer(`the nodePort of ${name}`, nodePort, 30000, 32767);
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
