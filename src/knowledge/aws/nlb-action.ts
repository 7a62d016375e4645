import { type AnnotationValue, annotationValue, parseJson } from './annotation-values';

/** A Service of the same namespace that gets a share of the connections. */
export interface NlbServiceShare {
  /** Name of the Service. */
  readonly serviceName: string;
  /** Port of the Service, by number or name. */
  readonly servicePort: number | string;
  /** Share of the new connections, 0–999; 0 also ends the present ones. */
  readonly weight: number;
}

/** A target group that somebody else made and gets a share of the connections. */
export interface NlbGroupShare {
  /** ARN of the target group. */
  readonly targetGroupARN: string;
  /** Share of the new connections, 0–999; 0 also ends the present ones. */
  readonly weight: number;
}

/** How a listener shares its connections between its own Service and others. */
export interface NlbForward {
  /** Share of the Service that has the load balancer, 0–999. */
  readonly baseServiceWeight: number;
  /** One to four others. */
  readonly targetGroups: readonly (NlbServiceShare | NlbGroupShare)[];
  /** Whether a client stays with its target group; not on TLS listeners. `@default` false (AWS) */
  readonly stickiness?: boolean;
}

/** Target groups beside that of the Service itself, at most: a listener has five. */
export const NLB_ACTION_TARGETS = 4;
export const NLB_WEIGHT = 999;

/**
 * What an `actions.<protocol>-<port>` annotation holds. Read on 2026-11-29.
 * @see https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/service/config_types.go
 */
export const NLB_ACTION: AnnotationValue<NlbForward> = annotationValue({
  words:
    'an action such as {"type": "forward", "forwardConfig": {"baseServiceWeight": 90, "targetGroups": [{"serviceName": "next", "servicePort": 80, "weight": 10}]}}',
  typedWords: 'weights from 0 to 999, and one to four targets',
  write: ({ baseServiceWeight, targetGroups, stickiness }) =>
    JSON.stringify({
      type: 'forward',
      forwardConfig: {
        baseServiceWeight,
        targetGroups,
        ...(stickiness === undefined ? {} : { targetGroupStickinessConfig: { enabled: stickiness } }),
      },
    }),
  read: (text) => (wrongsOf(text).length === 0 ? forwardOf(text) : undefined),
  wrongs: wrongsOf,
});

type Fields = Readonly<Record<string, unknown>>;

/** The Services that the text of an action forwards to. */
export function nlbTargetsOf(text: string): readonly { readonly service: string; readonly port: number | string }[] {
  return (forwardOf(text)?.targetGroups ?? []).flatMap((target) => {
    if (!('serviceName' in target)) return [];
    const { serviceName: service, servicePort: port } = target;
    return [{ service, port: typeof port === 'string' && /^\d+$/.test(port) ? Number(port) : port }];
  });
}

function forwardOf(text: string): NlbForward | undefined {
  const config = configOf(text);
  if (config === undefined) return undefined;
  const sticky = config['targetGroupStickinessConfig'];
  const enabled = isFields(sticky) ? sticky['enabled'] : undefined;
  return {
    baseServiceWeight: Number(config['baseServiceWeight']),
    targetGroups: listOf(config).flatMap((one) => targetOf(one) ?? []),
    ...(typeof enabled === 'boolean' ? { stickiness: enabled } : {}),
  };
}

function targetOf(target: Fields): NlbServiceShare | NlbGroupShare | undefined {
  const { targetGroupARN, serviceName, servicePort, weight } = target;
  const share = typeof weight === 'number' ? weight : 1;
  if (typeof targetGroupARN === 'string') return { targetGroupARN, weight: share };
  if (typeof serviceName !== 'string') return undefined;
  if (typeof servicePort !== 'number' && typeof servicePort !== 'string') return undefined;
  return { serviceName, servicePort, weight: share };
}

function configOf(text: string): Fields | undefined {
  const action = parseJson(text);
  const config = isFields(action) && action['type'] === 'forward' ? action['forwardConfig'] : undefined;
  return isFields(config) ? config : undefined;
}

function listOf(config: Fields): readonly Fields[] {
  const targets: unknown = config['targetGroups'];
  return Array.isArray(targets) ? targets.filter(isFields) : [];
}

function wrongsOf(text: string): readonly string[] {
  const config = configOf(text);
  if (config === undefined) return ['this is not JSON with type "forward" and a forwardConfig'];
  const targets = listOf(config);
  const { baseServiceWeight } = config;
  return [
    ...(isWeight(baseServiceWeight) ? [] : [wrong('baseServiceWeight', baseServiceWeight)]),
    ...(targets.length >= 1 && targets.length <= NLB_ACTION_TARGETS
      ? []
      : [`it has ${targets.length} targetGroups, and AWS takes 1 to ${NLB_ACTION_TARGETS} beside the Service’s own`]),
    ...targets.flatMap((target) => wrongTarget(target, targets.length > 1)),
  ];
}

function wrongTarget(target: Fields, isWeighted: boolean): readonly string[] {
  const { weight, serviceName, targetGroupARN } = target;
  const isOne = (serviceName === undefined) !== (targetGroupARN === undefined);
  return [
    ...(isOne && targetOf(target) !== undefined
      ? []
      : ['each of the targetGroups needs serviceName and servicePort, or targetGroupARN']),
    ...(isWeight(weight) || (weight === undefined && !isWeighted) ? [] : [wrong('weight', weight)]),
  ];
}

function isWeight(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= NLB_WEIGHT;
}

function wrong(name: string, value: unknown): string {
  if (value === undefined) return `${name} is missing`;
  return `${name} ${JSON.stringify(value)} is not a whole number from 0 to ${NLB_WEIGHT}`;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
