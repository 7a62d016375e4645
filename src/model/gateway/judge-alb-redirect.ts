import { ownOf } from '../../grammar/own';
import { ALB_REDIRECT_CODES } from '../../knowledge/gateway/limits';
import type { FieldVerdict } from '../field-verdict';
import { at, type FieldPath, type JsonValue, listAt, numberAt, textAt } from '../json';
import { STOPS } from './stops';

/** Where the requests of a redirect come from. */
export interface RedirectSource {
  readonly rule: JsonValue;
  readonly hostnames: readonly string[];
  /** Listeners that serve the route; none where nobody knows them. */
  readonly listeners: readonly JsonValue[];
}

/** What is wrong with a redirect of an ALB. */
export function judgeAlbRedirect(filter: JsonValue, path: FieldPath, source: RedirectSource): readonly FieldVerdict[] {
  const redirect = at(filter, 'requestRedirect');
  return [...judgeCode(redirect, path), ...judgePort(redirect, path), ...judgeTarget(redirect, path, source)];
}

function judgeCode(redirect: unknown, path: FieldPath): readonly FieldVerdict[] {
  const code = numberAt(redirect, 'statusCode');
  if (code === undefined || ALB_REDIRECT_CODES.includes(code)) return [];
  return [
    {
      path: [...path, 'statusCode'],
      found: String(code),
      wanted: '301, 302',
      what: `it redirects with ${code}, and an ALB has 301 and 302: AWS refuses the rule.`,
      fix: 'use 302, or answer from a Pod.',
    },
  ];
}

function judgePort(redirect: unknown, path: FieldPath): readonly FieldVerdict[] {
  const scheme = textAt(redirect, 'scheme');
  if (scheme === undefined || numberAt(redirect, 'port') !== undefined) return [];
  return [
    {
      path,
      severity: 'warning',
      what: `it redirects to ${scheme} without a port; up to version 3.0 the controller sends clients to the port that they came by, such as https on 80.`,
      fix: 'write the port.',
    },
  ];
}

/** The first that is wrong with the address that it leads to. */
function judgeTarget(redirect: unknown, path: FieldPath, source: RedirectSource): readonly FieldVerdict[] {
  const parts = PARTS.filter((key) => at(redirect, key) !== undefined);
  if (parts.length === 0)
    return [
      {
        path,
        what: `it redirects a request to the address that it came to: a redirect has to change the scheme, hostname, port or path. ${STOPS}`,
        fix: 'say where it leads, or remove the rule.',
      },
    ];
  if (textAt(redirect, 'path', 'type') === 'ReplacePrefixMatch' && parts.length === 1)
    return [
      {
        path: [...path, 'path', 'type'],
        found: 'ReplacePrefixMatch',
        wanted: 'ReplaceFullPath',
        what: 'it redirects to another prefix alone, which the controller takes for a redirect to itself; it and the rules after it are not made.',
        fix: 'use ReplaceFullPath, or a URLRewrite in front of a backend.',
      },
    ];
  const full = textAt(redirect, 'path', 'replaceFullPath') ?? textAt(redirect, 'path', 'replacePrefixMatch') ?? '';
  if (/[*?]/.test(full))
    return [
      {
        path: [...path, 'path'],
        found: full,
        what: `it redirects to "${full}" with a wildcard, which the controller refuses. ${STOPS}`,
        fix: 'write the path in full.',
      },
    ];
  return leadsBack(redirect, source) ? [loop(path)] : [];
}

const PARTS = ['scheme', 'hostname', 'port', 'path'];

const loop = (path: FieldPath): FieldVerdict => ({
  path,
  what: 'it redirects to an address that the same rule redirects again: browsers give up with "too many redirects".',
  fix: 'change where it leads or what it matches, or serve it on the other listener alone, by sectionName in parentRefs.',
});

/** Whether a request that follows it comes to the same rule again. */
function leadsBack(redirect: unknown, { rule, hostnames, listeners }: RedirectSource): boolean {
  const hostname = textAt(redirect, 'hostname');
  if (hostname !== undefined && !hostnames.includes(hostname)) return false;
  return staysOnPath(redirect, rule) && staysOnListener(redirect, listeners);
}

function staysOnPath(redirect: unknown, rule: JsonValue): boolean {
  const target = textAt(redirect, 'path', 'replaceFullPath') ?? textAt(redirect, 'path', 'replacePrefixMatch');
  if (target === undefined) return at(redirect, 'path') === undefined;
  const matches = listAt(rule, 'matches');
  if (matches.length === 0) return target === '/';
  return matches.some(
    (match) =>
      (textAt(match, 'path', 'value') ?? '/') === target && textAt(match, 'path', 'type') !== 'RegularExpression',
  );
}

/** Where the listeners are not known, one that changes scheme or port may lead elsewhere. */
function staysOnListener(redirect: unknown, listeners: readonly JsonValue[]): boolean {
  const scheme = textAt(redirect, 'scheme');
  const port = numberAt(redirect, 'port') ?? (scheme === undefined ? undefined : ownOf(DEFAULT_PORTS, scheme));
  if (scheme === undefined && port === undefined) return true;
  return listeners.some(
    (listener) =>
      (scheme === undefined || textAt(listener, 'protocol')?.toLowerCase() === scheme) &&
      (port === undefined || numberAt(listener, 'port') === port),
  );
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };
