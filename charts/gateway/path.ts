import { ROUTE_LIMITS } from '../../src/knowledge/gateway/limits';

const NEVER: readonly (readonly [RegExp, string])[] = [
  [/\/\//, 'it holds // and the server refuses it'],
  [/\/\.{1,2}(\/|$)/, 'it holds a step such as /../, and the server refuses it'],
  [/%2f/i, 'it holds %2f, and the server refuses it'],
  [/#/, 'it holds #, which never reaches a server'],
  [/[*?]/, 'it holds a wildcard, which one form would match and the other would not'],
  [/,/, 'it holds a comma, which an Ingress cannot match'],
  [/[^A-Za-z0-9/\-._~!$&'()+;=:@%]/, 'it holds a character that the server refuses'],
];

/**
 * Why a path cannot be one in both forms, as a part of a sentence; undefined when it can.
 * @see https://github.com/kubernetes-sigs/gateway-api/blob/v1.6.1/config/crd/standard/gateway.networking.k8s.io_httproutes.yaml
 */
export function wrongPath(path: string): string | undefined {
  if (!path.startsWith('/')) return 'it does not start with /';
  if (path.length > ROUTE_LIMITS.pathLength) return `it has more than ${ROUTE_LIMITS.pathLength} characters`;
  return NEVER.find(([form]) => form.test(path))?.[1];
}
