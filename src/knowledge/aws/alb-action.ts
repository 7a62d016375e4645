import { parseJson } from './annotation-values';
import { type Fields, isFields } from './json-shape';

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

/**
 * What the parts of an address are where a redirect leaves them as the request has them. Another query alone is not enough.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html
 */
const UNCHANGED: Fields = {
  protocol: '#{protocol}',
  host: '#{host}',
  port: '#{port}',
  path: '/#{path}',
};

/** Whether the text of an action redirects every request to its own address, which AWS refuses. */
export function redirectsToItself(text: string): boolean {
  const action = parseAction(text);
  const config = action?.['type'] === 'redirect' ? action['redirectconfig'] : undefined;
  if (!isFields(config)) return false;
  return Object.entries(UNCHANGED).every(([part, unchanged]) => (config[part] ?? unchanged) === unchanged);
}

/** Whether the text of an action redirects. */
export function isRedirect(text: string): boolean {
  return parseAction(text)?.['type'] === 'redirect';
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
