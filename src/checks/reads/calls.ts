import { ownOf } from '../../grammar/own';
import { at, type FieldPath, isJsonObject, type JsonObject, listAt, mapAt, numberAt, textAt } from '../../model/json';
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
  const scan: Scan = (text, where, path) => {
    if (typeof text !== 'string' || text.length > 4096 || !/[.:]/.test(text)) return;
    for (const { address, host, servicePort } of addressesIn(text)) {
      const service = serviceOf(host, template.owner.namespace ?? '', index);
      if (service !== undefined) found.push({ from: template, service, servicePort, address, where, path });
    }
  };
  for (const { container, path } of containersOf(template)) {
    scanOwnTexts(container, path, scan);
    listAt(container, 'envFrom').forEach((source, i) => {
      for (const [where, value] of textsOf(source, template, index)) scan(value, where, [...path, 'envFrom', i]);
    });
  }
  return found;
}

/** Addresses in a text; a host alone, without scheme and port, may be any word. */
function addressesIn(text: string) {
  return [...text.matchAll(ADDRESS)].flatMap(([address, scheme, host = '', port]) => {
    if (scheme === undefined && port === undefined) return [];
    return [{ address, host, servicePort: port === undefined ? ownOf(DEFAULT_PORTS, scheme ?? '') : Number(port) }];
  });
}

/** The values of the ConfigMap that an entry of `envFrom` names. */
function textsOf(source: unknown, { owner }: PodTemplate, index: ObjectIndex): readonly (readonly [string, unknown])[] {
  const name = textAt(source, 'configMapRef', 'name');
  if (name === undefined) return [];
  const configMap = index.find({ group: '', kind: 'ConfigMap', namespace: owner.namespace ?? '', name });
  const data = Object.entries(mapAt(configMap?.value, 'data'));
  return data.map(([key, value]) => [`${key} of ConfigMap ${name}`, value]);
}

type Scan = (text: unknown, where: string, path: FieldPath) => void;

function scanOwnTexts(container: JsonObject, path: FieldPath, scan: Scan): void {
  listAt(container, 'env').forEach((variable, i) => {
    scan(at(variable, 'value'), `variable ${String(at(variable, 'name'))}`, [...path, 'env', i, 'value']);
  });
  for (const [field, where] of [
    ['command', 'the command'],
    ['args', 'an argument'],
  ] as const)
    listAt(container, field).forEach((argument, i) => {
      scan(argument, where, [...path, field, i]);
    });
}

/** `web`, `web.shop`, `web.shop.svc`, `web.shop.svc.cluster.local` → the Service, if it is rendered. */
function serviceOf(host: string, namespace: string, index: ObjectIndex): RenderedObject | undefined {
  const [name = '', second, third] = host.split('.');
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
  const number = typeof wanted === 'number' ? wanted : numberAt(declared, 'containerPort');
  return {
    port: number,
    portName: textAt(declared, 'name'),
    protocol: String(port['protocol'] ?? 'TCP'),
  };
}
