import { NLB_PREFIX, nlbKey } from '../../knowledge/aws/nlb-annotation';
import { NLB, NLB_CLASSES } from '../../knowledge/aws/nlb-annotations';
import { at, type JsonObject, type JsonValue, listAt, mapAt, numberAt, textAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';

/** A Service of type LoadBalancer, and who makes its load balancer. */
export interface LoadBalancerService {
  readonly object: RenderedObject;
  readonly annotations: JsonObject;
  readonly class: string | undefined;
  /** The annotation that once said what `loadBalancerClass` says now. */
  readonly type: string | undefined;
  /** Whether the AWS Load Balancer Controller, or EKS Auto Mode, makes a Network Load Balancer of it. */
  readonly isNlb: boolean;
}

/** Undefined for a Service of another type. */
export function loadBalancerService(object: RenderedObject): LoadBalancerService | undefined {
  if (at(object.value, 'spec', 'type') !== 'LoadBalancer') return undefined;
  const annotations = mapAt(object.value, 'metadata', 'annotations');
  const type = textAt(annotations, `${NLB_PREFIX}type`);
  const named = textAt(object.value, 'spec', 'loadBalancerClass');
  const isNlb = named === undefined ? type === 'external' || type === 'nlb-ip' : NLB_CLASSES.includes(named);
  return { object, annotations, class: named, type, isNlb };
}

/** Whether its Network Load Balancer is open to the whole internet. */
export function isPublicNlb(object: RenderedObject): boolean {
  const service = loadBalancerService(object);
  if (service?.isNlb !== true || textAt(service.annotations, `${NLB_PREFIX}scheme`) !== 'internet-facing') return false;
  const listed = listAt(object.value, 'spec', 'loadBalancerSourceRanges');
  const ranges =
    listed.length > 0 ? listed : (textAt(service.annotations, nlbKey(NLB.sourceRanges.key))?.split(',') ?? []);
  return ranges.length === 0 || ranges.some((range) => /^\s*(0\.0\.0\.0|::)\/0\s*$/.test(String(range)));
}

/** What becomes of a Service whose annotations the controller refuses. */
export const NLB_STOPS = 'the controller stops there (FailedBuildModel), and the Service gets no load balancer';

export const nlbPath = (key: string) => ['metadata', 'annotations', nlbKey(key)];

/** The text of an annotation by its key without prefix. */
export function nlbText({ annotations }: LoadBalancerService, key: string): string | undefined {
  const value = annotations[nlbKey(key)];
  return value === undefined ? undefined : String(value);
}

/** The items of a list between commas. */
export function nlbList(service: LoadBalancerService, key: string): readonly string[] {
  return (nlbText(service, key) ?? '').split(',').flatMap((one) => one.trim() || []);
}

export interface PortAt {
  readonly index: number;
  readonly number: number;
}

/**
 * The first port that says it speaks HTTP, where neither the load balancer nor any other port speaks TLS. TCP alone
 * says nothing of what is spoken.
 */
export function plainHttpPort({ value }: RenderedObject): PortAt | undefined {
  const ports = listAt(value, 'spec', 'ports');
  const isCertified = at(value, 'metadata', 'annotations', `${NLB_PREFIX}ssl-cert`) !== undefined;
  if (isCertified || ports.some(speaksTls)) return undefined;
  const index = ports.findIndex(speaksHttp);
  return index < 0 ? undefined : { index, number: numberAt(ports, index, 'port') ?? 0 };
}

const TLS = /^(https|tls|ssl|wss|kubernetes\.io\/wss)(-|$)/;
const HTTP = /^(http|ws|kubernetes\.io\/(h2c|ws))(-|$)/;

/** By its protocol, else by its name, else by its number. */
function speaksHttp(port: JsonValue): boolean {
  const said = textAt(port, 'appProtocol') ?? textAt(port, 'name');
  return said === undefined ? at(port, 'port') === 80 && at(port, 'protocol') !== 'UDP' : HTTP.test(said);
}

function speaksTls(port: JsonValue): boolean {
  return at(port, 'port') === 443 || TLS.test(textAt(port, 'appProtocol') ?? textAt(port, 'name') ?? '');
}
