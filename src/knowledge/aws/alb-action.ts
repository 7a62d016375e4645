import { type AnnotationValue, annotationValue, parseJson } from './annotation-values';

/**
 * What an `actions.<name>` annotation holds. Read on 2026-11-28.
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#actions
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html
 */
export const ALB_ACTION: AnnotationValue<unknown> = annotationValue({
  words: 'an action such as {"type": "fixed-response", "fixedResponseConfig": {"statusCode": "503"}}',
  write: (value) => JSON.stringify(value),
  read: (text) => (wrongsOf(text).length === 0 ? parseJson(text) : undefined),
  wrongs: wrongsOf,
});

/** Bytes in the body of a fixed response, at most. */
export const RESPONSE_BYTES = 1024;
/** Target groups of one action, at most. */
export const ACTION_TARGETS = 5;
/** Share of a target group, at most. */
export const TARGET_WEIGHT = 999;
const RESPONSE_TYPES: readonly string[] = [
  'text/plain',
  'text/css',
  'text/html',
  'application/javascript',
  'application/json',
];

type Fields = Readonly<Record<string, unknown>>;

/** The controller's decoder tells capitals from small letters in values, and not in keys. */
function parseAction(text: string): Fields | undefined {
  const action = lowered(parseJson(text));
  return isFields(action) ? action : undefined;
}

function lowered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowered);
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key.toLowerCase(), lowered(one)]));
}

const JUDGES: ReadonlyMap<string, (action: Fields) => readonly string[]> = new Map([
  ['forward', wrongForward],
  ['redirect', wrongRedirect],
  ['fixed-response', wrongResponse],
]);

function wrongsOf(text: string): readonly string[] {
  const action = parseAction(text);
  if (action === undefined) return ['this is not a JSON object'];
  const type = action['type'];
  const judge = typeof type === 'string' ? JUDGES.get(type) : undefined;
  return judge?.(action) ?? [wrong('type', type, 'forward, redirect or fixed-response')];
}

function wrongResponse({ fixedresponseconfig: config }: Fields): readonly string[] {
  if (!isFields(config)) return ['there is no fixedResponseConfig'];
  const { statuscode: statusCode, contenttype: contentType, messagebody: messageBody } = config;
  const isCode = typeof statusCode === 'string' && /^[245]\d\d$/.test(statusCode);
  const isType = contentType === undefined || RESPONSE_TYPES.includes(String(contentType));
  const bytes = typeof messageBody === 'string' ? new TextEncoder().encode(messageBody).length : 0;
  return [
    ...(isCode ? [] : [wrong('statusCode', statusCode, 'a text such as "503" (2xx, 4xx or 5xx)')]),
    ...(isType ? [] : [wrong('contentType', contentType, RESPONSE_TYPES.join(' or '))]),
    ...(bytes <= RESPONSE_BYTES ? [] : [`messageBody has ${bytes} bytes, and AWS takes ${RESPONSE_BYTES}`]),
  ];
}

function wrongRedirect({ redirectconfig: config }: Fields): readonly string[] {
  if (!isFields(config)) return ['there is no redirectConfig'];
  const { statuscode: statusCode } = config;
  const isCode = statusCode === 'HTTP_301' || statusCode === 'HTTP_302';
  return isCode ? [] : [wrong('statusCode', statusCode, 'HTTP_301 or HTTP_302')];
}

function wrongForward(action: Fields): readonly string[] {
  const config = action['forwardconfig'];
  if (action['targetgrouparn'] !== undefined || action['targetgroupname'] !== undefined) return [];
  if (!isFields(config)) return ['there is no forwardConfig'];
  const targets: readonly unknown[] = Array.isArray(config['targetgroups']) ? config['targetgroups'] : [];
  if (targets.length === 0 || targets.length > ACTION_TARGETS)
    return [`it forwards to ${targets.length} target groups, and AWS takes 1 to ${ACTION_TARGETS}`];
  const weights = targets.map((target) => (isFields(target) ? target['weight'] : undefined));
  if (targets.length > 1 && weights.includes(undefined)) return ['each of several target groups needs a weight'];
  const bad = weights.find((weight) => weight !== undefined && !isWeight(weight));
  return bad === undefined ? [] : [wrong('weight', bad, `a whole number from 0 to ${TARGET_WEIGHT}`)];
}

function isWeight(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= TARGET_WEIGHT;
}

/** What the parts of an address are where a redirect leaves them as the request has them. */
const UNCHANGED: Fields = {
  protocol: '#{protocol}',
  host: '#{host}',
  port: '#{port}',
  path: '/#{path}',
  query: '#{query}',
};

/** Whether the text of an action redirects every request to its own address. */
export function redirectsToItself(text: string): boolean {
  const action = parseAction(text);
  const config = action?.['type'] === 'redirect' ? action['redirectconfig'] : undefined;
  if (!isFields(config)) return false;
  return Object.entries(UNCHANGED).every(([part, unchanged]) => (config[part] ?? unchanged) === unchanged);
}

export interface ActionTarget {
  readonly service: string;
  /** A number that is written as text is a number. */
  readonly port: number | string | undefined;
}

/** The Services that the text of an action forwards to; target groups of others are left out. */
export function actionTargetsOf(text: string): readonly ActionTarget[] {
  const action = parseAction(text);
  const config = action?.['type'] === 'forward' ? action['forwardconfig'] : undefined;
  const targets: readonly unknown[] =
    isFields(config) && Array.isArray(config['targetgroups']) ? config['targetgroups'] : [];
  return targets.flatMap((target) => {
    if (!isFields(target) || typeof target['servicename'] !== 'string') return [];
    return [{ service: target['servicename'], port: portOf(target['serviceport']) }];
  });
}

function portOf(port: unknown): number | string | undefined {
  if (typeof port === 'string') return /^\d+$/.test(port) ? Number(port) : port;
  return typeof port === 'number' ? port : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(name: string, value: unknown, wanted: string): string {
  return value === undefined ? `${name} is missing` : `${name} ${JSON.stringify(value)} is not ${wanted}`;
}
