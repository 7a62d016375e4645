import { withArticle } from '../../../grammar/article';
import { PORT_REFERENCE, wrongPortReference } from '../../../grammar/port';
import { versionOfDistribution } from '../../../knowledge/kubernetes/traffic-distribution';
import { at, type FieldPath, type JsonObject, listAt, mapAt, textAt } from '../../../model/json';
import { judgeServiceFields } from '../../../model/service-fields';
import type { ObjectRule, Tell } from '../../engine/rule';

const SESSION_SECONDS = 86_400;
/** Amazon EKS keeps the default of the API server. */
const [FIRST_NODE_PORT, LAST_NODE_PORT] = [30_000, 32_767];

export const validService: ObjectRule = {
  id: 'k8s/valid-service',
  severity: 'error',
  summary: 'A Service has the ports and fields of its type, and no port name twice.',
  why: 'Each type of Service has its own ports and fields. The server refuses those of another type, and duplicate or missing port names.',
  see: [
    'https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types',
    'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  ],
  kinds: ['Service'],
  check(object, { schemas }, tell) {
    const spec = mapAt(object.value, 'spec');
    addresses(spec, tell);
    ports(spec, tell);
    loadBalancerOnly(spec, tell);
    session(spec, tell);
    distribution(spec, schemas.kubernetesVersion, tell);
    for (const said of judgeServiceFields(spec)) tell(said);
  },
};

function distribution(spec: JsonObject, kubernetesVersion: string, tell: Tell): void {
  const found = textAt(spec, 'trafficDistribution');
  const wanted = found === undefined ? undefined : versionOfDistribution(found, kubernetesVersion);
  if (found === undefined || wanted === undefined) return;
  tell({
    path: ['spec', 'trafficDistribution'],
    found,
    what: `\`trafficDistribution: ${found}\` is known since Kubernetes ${wanted}; the server of ${kubernetesVersion} refuses it.`,
    fix: 'use `PreferClose`, or remove it.',
  });
}

function typeOf(spec: JsonObject): string {
  return textAt(spec, 'type') ?? 'ClusterIP';
}

function addresses(spec: JsonObject, tell: Tell): void {
  const type = typeOf(spec);
  const clusterIP = textAt(spec, 'clusterIP') ?? '';
  if (type === 'ExternalName') {
    if ((textAt(spec, 'externalName') ?? '') === '')
      tell({
        path: ['spec', 'externalName'],
        found: 'nothing',
        what: 'the server refuses an ExternalName Service that names nothing.',
        fix: 'set `externalName` to a DNS name.',
      });
    if (clusterIP !== '')
      tell({
        path: ['spec', 'clusterIP'],
        found: clusterIP,
        what: 'an ExternalName Service is only a DNS name, so the server refuses its `clusterIP`.',
        fix: 'remove `clusterIP`.',
      });
    return;
  }
  if (clusterIP === 'None' && (type === 'NodePort' || type === 'LoadBalancer'))
    tell({
      path: ['spec', 'clusterIP'],
      found: 'None',
      what: `a ${type} Service needs a cluster IP, so the server refuses a headless one.`,
      fix: 'remove `clusterIP`, or the type.',
    });
  if (listAt(spec, 'ports').length === 0 && clusterIP !== 'None')
    tell({
      path: ['spec', 'ports'],
      found: 'nothing',
      what: 'the server refuses a Service without ports; only a headless one needs none.',
      fix: 'list `ports`, or set `clusterIP: None`.',
    });
}

function ports(spec: JsonObject, tell: Tell): void {
  const list = listAt(spec, 'ports');
  const internal = typeOf(spec) === 'ClusterIP';
  const names = new Set<string>();
  list.forEach((port, i) => {
    const name = textAt(port, 'name') ?? '';
    const path = ['spec', 'ports', i];
    if (name === '' && list.length > 1)
      tell({
        path: [...path, 'name'],
        found: 'nothing',
        what: `the server wants a name for each of ${list.length} ports; port ${String(at(port, 'port'))} has none.`,
        fix: 'name the port.',
      });
    if (name !== '' && names.has(name))
      tell({
        path: [...path, 'name'],
        found: name,
        what: `two ports are called "${name}"; the server refuses the Service.`,
        fix: 'rename one of them.',
      });
    names.add(name);
    judgeNodePort(at(port, 'nodePort'), internal, [...path, 'nodePort'], tell);
    judgeTarget(at(port, 'targetPort'), [...path, 'targetPort'], tell);
  });
}

function judgeNodePort(nodePort: unknown, internal: boolean, path: FieldPath, tell: Tell): void {
  if (typeof nodePort !== 'number' || nodePort === 0) return;
  if (internal)
    tell({
      path,
      found: String(nodePort),
      what: 'a ClusterIP Service opens no port on nodes, so the server refuses `nodePort`.',
      fix: 'remove `nodePort`, or use `type: NodePort`.',
    });
  else if (!isNodePort(nodePort))
    tell({
      path,
      found: String(nodePort),
      wanted: `${FIRST_NODE_PORT} to ${LAST_NODE_PORT}`,
      what: `nodes open ports ${FIRST_NODE_PORT} to ${LAST_NODE_PORT} for Services, not ${nodePort}; the server refuses it.`,
      fix: 'leave `nodePort` out, or use a number in that range.',
    });
}

function judgeTarget(target: unknown, path: FieldPath, tell: Tell): void {
  if (wrongPortReference(target) === undefined) return;
  tell({
    path,
    found: String(target),
    wanted: PORT_REFERENCE,
    what: `no container port can be ${typeof target === 'number' ? String(target) : `called "${String(target)}"`}; the server refuses the Service.`,
    fix:
      /^\d+$/.test(String(target)) && typeof target === 'string'
        ? 'write the number without quotes.'
        : 'use a port of the container.',
  });
}

function isNodePort(port: number): boolean {
  return port >= FIRST_NODE_PORT && port <= LAST_NODE_PORT;
}

function loadBalancerOnly(spec: JsonObject, tell: Tell): void {
  const type = typeOf(spec);
  if (type === 'LoadBalancer') return;
  for (const field of ['loadBalancerClass', 'loadBalancerSourceRanges', 'allocateLoadBalancerNodePorts']) {
    const value = spec[field];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    tell({
      path: ['spec', field],
      what: `only a LoadBalancer Service has \`${field}\`; the server refuses it for ${type}.`,
      fix: `remove \`${field}\`, or use \`type: LoadBalancer\`.`,
    });
  }
  const traffic = textAt(spec, 'externalTrafficPolicy') ?? '';
  if (traffic === '' || type === 'NodePort' || listAt(spec, 'externalIPs').length > 0) return;
  tell({
    path: ['spec', 'externalTrafficPolicy'],
    found: traffic,
    what: `nobody outside reaches ${withArticle(type)} Service, so the server refuses \`externalTrafficPolicy\`.`,
    fix: 'remove `externalTrafficPolicy`.',
  });
}

/** Where clients are not kept at one Pod, the server drops these settings itself. */
function session(spec: JsonObject, tell: Tell): void {
  const seconds = at(spec, 'sessionAffinityConfig', 'clientIP', 'timeoutSeconds');
  if (spec['sessionAffinity'] !== 'ClientIP' || typeof seconds !== 'number') return;
  if (seconds >= 1 && seconds <= SESSION_SECONDS) return;
  tell({
    path: ['spec', 'sessionAffinityConfig', 'clientIP', 'timeoutSeconds'],
    found: String(seconds),
    wanted: `1 to ${SESSION_SECONDS}`,
    what: `the server keeps a client at one Pod for 1 to ${SESSION_SECONDS} s, not ${seconds}.`,
    fix: 'use a number in that range.',
  });
}
