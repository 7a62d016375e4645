import type { IngressBackend, IngressServiceBackend } from '../../imports/k8s';
import { at, listAt } from '../../src/model/json';
import type { Problems } from '../shared/problems';
import type { SharedOut } from '../shared/shared-out';

/** Our WebService or StatefulService, as far as an Ingress needs it. */
export interface WebBackend {
  /** Name of its Service. */
  readonly name: string;
  /** Path of its readiness probe, where that is HTTP. */
  readonly healthPath?: string;
  /** Where the controller of Argo Rollouts shares requests out, the action that it keeps. */
  readonly sharedOut?: SharedOut;
  /** The Service's port for the container port that is first, or named; undefined where it has none. */
  tryServicePort(name?: string): number | undefined;
}

/** A Service of any cdk8s-plus version. */
export interface PlusServiceBackend {
  /** Name of the Service. */
  readonly name: string;
  /** Its ports; the first is taken. */
  readonly ports: readonly { readonly port: number }[];
}

/** A `k8s.KubeService`, or any object that renders to a Service. */
export interface ServiceObjectBackend {
  /** Name of the Service. */
  readonly name: string;
  /** The object that is rendered; its first port is taken. */
  toJson(): unknown;
}

/** A Service and one of its ports, by number or name. */
export interface ServiceBackend {
  /** A Service by its name, or anything of the app that has one. */
  readonly service: string | WebBackend | PlusServiceBackend | ServiceObjectBackend;
  /** Port of the Service, by number or name. */
  readonly port: number | string;
}

/** Where requests go. The first port is taken where none is named. */
export type BackendInput = WebBackend | PlusServiceBackend | ServiceObjectBackend | ServiceBackend;

/** As an Ingress names it; a Service without a port is a problem. */
export function ingressBackend(input: BackendInput, problems: Problems): IngressBackend {
  const { name, port } = nameAndPort(input, problems);
  return { service: { name, port: typeof port === 'number' ? { number: port } : { name: port } } };
}

/** As an action's target group names it. */
export function serviceAndPort(
  input: BackendInput,
  problems: Problems,
): { serviceName: string; servicePort: number | string } {
  const { name, port } = nameAndPort(input, problems);
  return { serviceName: name, servicePort: port };
}

/** A backend whose target is what an annotation says. */
export function actionBackend(name: string): IngressBackend {
  const service: IngressServiceBackend = { name, port: { name: USE_ANNOTATION } };
  return { service };
}

export const USE_ANNOTATION = 'use-annotation';

/** The action that a backend stands for; undefined for one that is a Service. */
export function actionNameOf(input: BackendInput): string | undefined {
  if (!isServiceBackend(input) || input.port !== USE_ANNOTATION) return undefined;
  return typeof input.service === 'string' ? input.service : input.service.name;
}

/** The action that a Rollout keeps for a backend: for the port that it shares out, and for no other. */
export function sharedOutOf(input: BackendInput): SharedOut | undefined {
  if (isWebBackend(input)) return input.sharedOut;
  if (!isServiceBackend(input) || typeof input.service === 'string' || !isWebBackend(input.service)) return undefined;
  const { sharedOut } = input.service;
  return input.port === sharedOut?.port || input.port === sharedOut?.portName ? sharedOut : undefined;
}

/** Whether an annotation of an Ingress alone says how requests are shared: a BlueGreenBackend, which has no Pods of its own. */
export function isShareOfIngress(input: BackendInput): boolean {
  return sharedOutOf(input) !== undefined && !('selector' in input) && !('service' in input);
}

/** The path its readiness probe asks, or undefined where nobody says. */
export function healthPathOf(input: BackendInput): string | undefined {
  if (isWebBackend(input)) return input.healthPath;
  if (!isServiceBackend(input) || typeof input.service === 'string' || !isWebBackend(input.service)) return undefined;
  return input.service.healthPath;
}

function nameAndPort(input: BackendInput, problems: Problems): { name: string; port: number | string } {
  if (isServiceBackend(input)) {
    const { service, port } = input;
    if (typeof service === 'string') return { name: service, port };
    return {
      name: service.name,
      port: isWebBackend(service) && typeof port === 'string' ? named(service, port, problems) : port,
    };
  }
  if (isWebBackend(input)) return { name: input.name, port: named(input, undefined, problems) };
  if (!isService(input)) {
    problems.add(
      `a backend is ${nameOf(input)}, which is not a Service, and has none that could be found.`,
      'give its Service, as exposeViaService() of cdk8s-plus makes one, or { service, port }.',
    );
    return { name: '', port: 0 };
  }
  const ports = 'ports' in input ? input.ports : listAt(input.toJson(), 'spec', 'ports');
  const port = at(ports[0], 'port');
  problems.unless(
    typeof port === 'number',
    `Service ${input.name} exposes no port.`,
    'add one to the Service, or name { service, port }.',
  );
  return { name: input.name, port: typeof port === 'number' ? port : 0 };
}

function named(service: WebBackend, port: string | undefined, problems: Problems): number {
  const found = service.tryServicePort(port);
  problems.unless(
    found !== undefined,
    `Service ${service.name} has no port ${port ?? 'at all'}.`,
    'name one of the Service’s ports.',
  );
  return found ?? 0;
}

function isServiceBackend(input: BackendInput): input is ServiceBackend {
  return 'service' in input && !isWebBackend(input);
}

function isService(input: object): input is PlusServiceBackend | ServiceObjectBackend {
  return ('ports' in input && Array.isArray(input.ports)) || ('toJson' in input && typeof input.toJson === 'function');
}

/** A workload of cdk8s-plus by its class and name. */
function nameOf(input: object): string {
  const name = 'name' in input && typeof input.name === 'string' ? ` "${input.name}"` : '';
  return Object.getPrototypeOf(input) === Object.prototype ? `an object${name}` : `${input.constructor.name}${name}`;
}

function isWebBackend(input: object): input is WebBackend {
  return 'tryServicePort' in input;
}
