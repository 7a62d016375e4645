import { wrongBlock } from '../../grammar/cidr';
import { codes, list, map } from './annotation-lists';
import { annotationValue, choice, parseJson, pattern, type Siblings, whole } from './annotation-values';

/**
 * Values that AWS accepts for a load balancer, its listeners and its target groups, in any annotation.
 * Read on 2026-11-28.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
 */
export const SCHEME = choice('internal', 'internet-facing');
export const PROTOCOL = choice('HTTP', 'HTTPS');
export const SWITCH = choice('on', 'off');
export const PORT = whole(1, 65_535);
export const HEALTH_INTERVAL = whole(5, 300);
export const HEALTH_TIMEOUT = whole(2, 120);
export const HEALTH_THRESHOLD = whole(2, 10);
export const HTTP_PATH = pattern(/^\//, 'a path that begins with /');
export const CAPACITY = annotationValue<number>({
  words: 'CapacityUnits=N',
  typedWords: 'a whole number',
  write: (units) => `CapacityUnits=${units}`,
  read: (text) => (/^CapacityUnits=\d+$/.test(text) ? Number(text.slice('CapacityUnits='.length)) : undefined),
});

export const LOAD_BALANCER_NAME = pattern(
  /^(?!internal-)(?=.{1,32}$)[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?$/,
  'letters, digits and inner hyphens, at most 32, not beginning with internal-',
);

export const CIDRS = list('blocks such as 10.0.0.0/8', wrongBlock);

/** An Application Load Balancer needs two zones. */
export const SUBNETS = list('two subnets or more from different zones', undefined, 2);

export const WEB_ACL = pattern(
  /^(none|arn:[\w-]+:wafv2:[\w-]+:\d{12}:regional\/webacl\/[^/]+\/[\w-]+)$/,
  'a regional web ACL such as arn:aws:wafv2:<region>:<account>:regional/webacl/<name>/<id>, or none',
);

/** A number, `traffic-port` for the port that gets the traffic, or the name of a Service's port. */
export const HEALTH_PORT = annotationValue<number | string>({
  words: 'a port from 1 to 65535, traffic-port or the name of a port',
  write: String,
  read: (text) => {
    if (/^[+-]?\d+$/.test(text)) return PORT.read(text);
    return /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(text) ? text : undefined;
  },
});

export const HTTP_CODES = codes(200, 499, '200, 200,301 or 200-299');
export const GRPC_CODES = codes(0, 99, '0 or 0,12');
export const NLB_HTTP_CODES = codes(200, 599, '200, 200,301 or 200-399');

/** The range of codes depends on the protocol of the Pods, in which a Service overrides the Ingress. */
export const SUCCESS_CODES = annotationValue<string>({
  words: HTTP_CODES.words,
  write: (value) => value,
  read: (text) => text,
  wants: (text: string, siblings: Siblings) => {
    const version = siblings('backend-protocol-version');
    const http = HTTP_CODES.wants(text, siblings);
    const grpc = GRPC_CODES.wants(text, siblings);
    if (version === undefined) return grpc === undefined ? undefined : http;
    return version === 'GRPC' ? grpc : http;
  },
});

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html */
export const DEREGISTRATION_DELAY = whole(0, 3600);
export const SLOW_START = annotationValue<number>({
  words: '0 or a whole number from 30 to 900',
  write: String,
  read: (text) => (text === '0' ? 0 : whole(30, 900).read(text)),
});
export const STICKINESS = whole(1, 604_800);

export const TAGS = map({ reserved: /^(aws:|elbv2\.k8s\.aws\/|ingress\.k8s\.aws\/|service\.k8s\.aws\/)/ });

/** A port on which the load balancer listens, 1–65535. */
export interface AlbListenPort {
  /** What clients speak on it. */
  readonly protocol: 'HTTP' | 'HTTPS';
  /** 1–65535, each once. */
  readonly port: number;
}

/** `[{"HTTP":80},{"HTTPS":443}]` */
export const LISTENERS = annotationValue<readonly AlbListenPort[]>({
  words: 'JSON such as [{"HTTP": 80}, {"HTTPS": 443}], each port once',
  typedWords: 'ports from 1 to 65535, each once',
  write: (listeners) =>
    listeners.length === 0 ? undefined : JSON.stringify(listeners.map(({ protocol, port }) => ({ [protocol]: port }))),
  read: (text) => {
    const parsed = parseJson(text);
    const listeners = Array.isArray(parsed) ? parsed.flatMap(listenersOf) : [];
    const ports = new Set(listeners.map((listener) => listener?.port));
    const sound = listeners.filter((listener) => listener !== undefined);
    return sound.length > 0 && sound.length === listeners.length && ports.size === sound.length ? sound : undefined;
  },
});

function listenersOf(entry: unknown): readonly (AlbListenPort | undefined)[] {
  if (typeof entry !== 'object' || entry === null) return [undefined];
  return Object.entries(entry).map(([protocol, port]: [string, unknown]) => {
    const known = PROTOCOL.read(protocol);
    const isPort = typeof port === 'number' && PORT.read(String(port)) !== undefined;
    return known !== undefined && isPort ? { protocol: known, port } : undefined;
  });
}
