import { at, type FieldPath, isJsonObject, listAt, mapAt } from '../../model/json';
import { containersOf, type PodTemplate } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';
import type { ObjectIndex } from '../engine/object-index';

/** An address of a Service that a Pod's configuration names, and where. */
export interface ShownCall {
  readonly from: PodTemplate;
  readonly service: RenderedObject;
  readonly servicePort: number | undefined;
  /** As written: `http://carts.carts.svc:80`. */
  readonly address: string;
  /** The object that holds the address, and the field: the workload, or a ConfigMap it reads. */
  readonly where: string;
  readonly path: FieldPath;
}

/** `scheme://host:port/…`, `host:port`: a host of DNS labels, with a port or a scheme so that words are not taken for hosts. */
const ADDRESS =
  /(?:([a-z][a-z0-9+.-]*):\/\/(?:[^\s/@]*@)?)?([a-z](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*)(?::(\d{1,5}))?(?=[/\s,;"'?#]|$)/g;

const DEFAULT_PORTS: Readonly<Record<string, number>> = {
  http: 80,
  https: 443,
  redis: 6379,
  postgres: 5432,
  postgresql: 5432,
  mysql: 3306,
  amqp: 5672,
  tcp: 0,
};

/** Calls that variables, ConfigMaps and arguments of a Pod show. */
export function shownCalls(template: PodTemplate, index: ObjectIndex): readonly ShownCall[] {
  const found: ShownCall[] = [];
  const scan = (text: unknown, where: string, path: FieldPath): void => {
    if (typeof text !== 'string' || text.length > 4096 || !/[.:]/.test(text)) return;
    for (const match of text.matchAll(ADDRESS)) {
      const [address, scheme, host, port] = match;
      if (scheme === undefined && port === undefined) continue;
      const service = serviceOf(host as string, template.owner.namespace ?? '', index);
      if (service === undefined) continue;
      const servicePort = port === undefined ? DEFAULT_PORTS[scheme ?? ''] : Number(port);
      found.push({ from: template, service, servicePort, address, where, path });
    }
  };
  for (const { container, path } of containersOf(template)) {
    listAt(container, 'env').forEach((variable, i) => {
      scan(at(variable, 'value'), `variable ${String(at(variable, 'name'))}`, [...path, 'env', i, 'value']);
    });
    for (const field of ['command', 'args']) {
      listAt(container, field).forEach((argument, i) => {
        scan(argument, field === 'args' ? 'an argument' : 'the command', [...path, field, i]);
      });
    }
    listAt(container, 'envFrom').forEach((source, i) => {
      const name = at(source, 'configMapRef', 'name');
      if (typeof name !== 'string') return;
      const configMap = index.find({ group: '', kind: 'ConfigMap', namespace: template.owner.namespace ?? '', name });
      for (const [key, value] of Object.entries(mapAt(configMap?.value, 'data'))) {
        scan(value, `${key} of ConfigMap ${name}`, [...path, 'envFrom', i]);
      }
    });
  }
  return found;
}

/** `web`, `web.shop`, `web.shop.svc`, `web.shop.svc.cluster.local` → the Service, if it is rendered. */
function serviceOf(host: string, namespace: string, index: ObjectIndex): RenderedObject | undefined {
  const [name, second, third] = host.split('.') as [string, string?, string?];
  if (third !== undefined && third !== 'svc') return undefined;
  return index.find({ group: '', kind: 'Service', namespace: second ?? namespace, name });
}

/** The container port behind a port of a Service, in one of its Pods. */
export function containerPortOf(service: RenderedObject, servicePort: number | undefined, target: PodTemplate) {
  const ports = listAt(service.value, 'spec', 'ports').filter(isJsonObject);
  const headless = at(service.value, 'spec', 'clusterIP') === 'None';
  const port =
    ports.find((one) => servicePort === undefined || one['port'] === servicePort) ??
    (ports.length === 1 && headless ? ports[0] : undefined);
  if (port === undefined) return undefined;
  const wanted = port['targetPort'] ?? port['port'];
  const declared = containersOf(target)
    .flatMap(({ container }) => listAt(container, 'ports'))
    .find((one) => at(one, 'name') === wanted || at(one, 'containerPort') === wanted);
  const number = typeof wanted === 'number' ? wanted : (at(declared, 'containerPort') as number | undefined);
  return {
    port: number,
    portName: at(declared, 'name') as string | undefined,
    protocol: String(port['protocol'] ?? 'TCP'),
  };
}
