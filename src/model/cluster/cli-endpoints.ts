import { ENDPOINTS, endpointServiceName, type VpcEndpointService } from '../../knowledge/aws/vpc-endpoints';
import type { EksEnvironment } from '../environment';
import { listed } from '../lists';
import { type CliSteps, step } from './cli-step';
import type { LeftOut } from './left-out';

/** The security group of endpoints, by its name under `network.securityGroups`: it lets nodes and Pods in at 443. */
export const ENDPOINT_GROUP = 'endpoints';

/** The endpoints of the VPC; a gateway is made where the route tables are. */
export function endpointSteps(environment: EksEnvironment): CliSteps {
  const { vpcEndpoints = [] } = environment.network;
  const isGateway = (service: VpcEndpointService) => ENDPOINTS[service].type === 'gateway';
  const gateways = vpcEndpoints.filter(isGateway);
  return {
    steps: vpcEndpoints
      .filter((service) => !isGateway(service))
      .map((service) => step('ec2 create-vpc-endpoint', service, interfaceOf(environment, service))),
    leftOut: leftOut(environment, gateways),
  };
}

function leftOut({ network }: EksEnvironment, gateways: readonly string[]): readonly LeftOut[] {
  const setting = 'network.vpcEndpoints';
  const hasGroup = network.securityGroups[ENDPOINT_GROUP] !== undefined;
  const isNeeded = (network.vpcEndpoints ?? []).length > gateways.length;
  return [
    ...(gateways.length === 0
      ? []
      : [
          {
            setting,
            why: `a gateway stands in route tables, which are not described. Make ${listed(gateways)} as \`aws ec2 create-vpc-endpoint --vpc-endpoint-type Gateway\` with the tables of the private subnets.`,
          },
        ]),
    ...(hasGroup || !isNeeded
      ? []
      : [
          {
            setting,
            why: `network.securityGroups has no group \`${ENDPOINT_GROUP}\`, so that EC2 takes the default one of the VPC, which lets no node in. Declare one that takes 443 from the subnets.`,
          },
        ]),
  ];
}

/** One address in each zone; EC2 takes no two subnets of one zone. */
function interfaceOf({ region, network }: EksEnvironment, service: VpcEndpointService): object {
  const group = network.securityGroups[ENDPOINT_GROUP];
  const subnets = network.subnets.private.filter(
    ({ availabilityZone }, index, all) => all.findIndex((one) => one.availabilityZone === availabilityZone) === index,
  );
  return {
    VpcEndpointType: 'Interface',
    VpcId: network.vpcId,
    ServiceName: endpointServiceName(region, service),
    SubnetIds: subnets.map(({ id }) => id),
    ...(group === undefined ? {} : { SecurityGroupIds: [group] }),
    PrivateDnsEnabled: true,
  };
}
