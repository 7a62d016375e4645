import type { IngressBackend } from '../../imports/k8s';

/** A Service by name and port, where no construct is at hand. */
export interface ServiceBackend {
  readonly service: string;
  readonly port: number | string;
}

/** Our WebService, as far as an Ingress needs it. */
export interface WebBackend {
  readonly name: string;
  readonly healthPath?: string;
  servicePort(name?: string): number;
}

/** A Service of any cdk8s-plus version. */
export interface PlusServiceBackend {
  readonly name: string;
  readonly ports: readonly { readonly port: number }[];
}

export type BackendInput = WebBackend | PlusServiceBackend | ServiceBackend;

export function ingressBackend(input: BackendInput): IngressBackend {
  if ('servicePort' in input) return backend(input.name, input.servicePort());
  if ('service' in input) return backend(input.service, input.port);
  const port = input.ports[0]?.port;
  if (port === undefined) throw new Error(`Service ${input.name} exposes no port.`);
  return backend(input.name, port);
}

export function healthPathOf(input: BackendInput): string | undefined {
  return 'healthPath' in input ? input.healthPath : undefined;
}

function backend(name: string, port: number | string): IngressBackend {
  return { service: { name, port: typeof port === 'number' ? { number: port } : { name: port } } };
}
