import { defined } from '../../src/model/defined';
import { pairs } from './load-balancer-spec';
import type { TargetGroupConfigurationProps, TargetGroupHealthCheck, TargetGroupSettings } from './target-group-props';

/** The spec as the controller's definition has it, with what the server would fill in. */
export function targetGroupSpec(props: TargetGroupConfigurationProps): object {
  const { service, routes } = props;
  const name = typeof service === 'string' ? service : service?.name;
  const own = typeof service === 'object' ? service.healthPath : undefined;
  const path = props.healthCheck?.path ?? (asksByPath(props) ? own : undefined);
  const healthCheck = path === undefined ? props.healthCheck : { ...props.healthCheck, path };
  return defined({
    targetReference: name === undefined ? undefined : { group: '', kind: 'Service', name },
    defaultConfiguration: groupOf({ ...props, ...defined({ healthCheck }) }),
    routeConfigurations: routes?.map(({ kind, namespace, route, ...settings }) => ({
      routeIdentifier: { kind, ...defined({ namespace, name: route }) },
      targetGroupProps: groupOf(settings),
    })),
  });
}

/** Calls of gRPC are asked by the path of a method, which a readiness path is not. */
function asksByPath({ healthCheck, protocolVersion }: TargetGroupSettings): boolean {
  return healthCheck?.protocol !== 'TCP' && protocolVersion !== 'GRPC';
}

function groupOf(settings: TargetGroupSettings): object {
  const { healthCheck, attributes, tags, nodeLabels } = settings;
  return defined({
    targetType: settings.targetType ?? 'ip',
    protocol: settings.protocol,
    protocolVersion: settings.protocolVersion,
    healthCheckConfig: healthCheck && healthOf(healthCheck, settings.protocolVersion === 'GRPC'),
    targetGroupAttributes: attributes && pairs(attributes),
    tags: tags && { ...tags },
    targetGroupName: settings.targetGroupName,
    nodeSelector: nodeLabels && { matchLabels: { ...nodeLabels } },
    enableMultiCluster: settings.multiCluster,
    targetControlPort: settings.targetControlPort,
  });
}

function healthOf(check: TargetGroupHealthCheck, isGrpc: boolean): object {
  const { successCodes } = check;
  return defined({
    healthCheckPath: check.path,
    healthCheckPort: check.port?.toString(),
    healthCheckProtocol: check.protocol,
    healthCheckInterval: check.intervalSeconds,
    healthCheckTimeout: check.timeoutSeconds,
    healthyThresholdCount: check.healthyThreshold,
    unhealthyThresholdCount: check.unhealthyThreshold,
    matcher: successCodes === undefined ? undefined : { [isGrpc ? 'grpcCode' : 'httpCode']: successCodes },
  });
}
