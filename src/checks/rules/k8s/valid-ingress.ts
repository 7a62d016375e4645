import { wrongHost, wrongTlsHost } from '../../../grammar/host';
import { at, type FieldPath, isJsonObject, type JsonValue, listAt, mapAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { ObjectRule, Tell } from '../../engine/rule';

/** What could mean another path to a proxy than to the server behind it. */
const AMBIGUOUS = ['//', '/./', '/../', '%2f', '%2F'];

export const validIngress: ObjectRule = {
  id: 'k8s/valid-ingress',
  severity: 'error',
  summary: 'Hosts of an Ingress are DNS names, paths are absolute, and every backend has one port.',
  why: 'The server refuses hosts that are not DNS names, paths that do not begin with a slash and backends without a port. Paths that a proxy and a server read differently open ways around the rules of the Ingress.',
  see: [
    'https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types',
    'https://kubernetes.io/docs/concepts/services-networking/ingress/#hostname-wildcards',
  ],
  kinds: ['networking.k8s.io/Ingress'],
  check(object, _context, tell) {
    judgeIngress(object, tell);
  },
};

function judgeIngress(object: RenderedObject, tell: Tell): void {
  const spec = mapAt(object.value, 'spec');
  const rules = listAt(spec, 'rules');
  if (rules.length === 0 && !isJsonObject(spec['defaultBackend']))
    tell({
      path: ['spec', 'rules'],
      found: 'nothing',
      what: 'the server refuses an Ingress without rules and without a default backend.',
      fix: 'set `rules`, or `defaultBackend`.',
    });
  port(at(spec, 'defaultBackend', 'service'), ['spec', 'defaultBackend', 'service'], tell);
  rules.forEach((rule, r) => {
    const here = ['spec', 'rules', r];
    const name = textAt(rule, 'host') ?? '';
    if (name !== '') judgeHost(name, wrongHost(name), [...here, 'host'], tell);
    listAt(rule, 'http', 'paths').forEach((one, p) => {
      path(one, [...here, 'http', 'paths', p, 'path'], tell);
      port(at(one, 'backend', 'service'), [...here, 'http', 'paths', p, 'backend', 'service'], tell);
    });
  });
  listAt(spec, 'tls').forEach((one, t) => {
    listAt(one, 'hosts').forEach((name, h) => {
      if (typeof name === 'string') judgeHost(name, wrongTlsHost(name), ['spec', 'tls', t, 'hosts', h], tell);
    });
  });
}

function judgeHost(name: string, wrong: string | undefined, here: FieldPath, tell: Tell): void {
  if (wrong === undefined) return;
  tell({
    path: here,
    found: name,
    wanted: 'a DNS name in lower case, or one that begins with "*."',
    what: `the server refuses the host "${name}": ${wrong}.`,
    fix: /[A-Z]/.test(name) ? 'write it in lower case.' : 'give the DNS name alone; ports belong to the listener.',
  });
}

function path(one: JsonValue, here: FieldPath, tell: Tell): void {
  const type = at(one, 'pathType');
  const text = textAt(one, 'path') ?? '';
  if (type !== 'Exact' && type !== 'Prefix' && !(type === 'ImplementationSpecific' && text !== '')) return;
  if (!text.startsWith('/'))
    tell({
      path: here,
      found: text === '' ? 'nothing' : text,
      wanted: 'a path that begins with /',
      what: `the server refuses the path "${text}"; a path of type ${type} begins with "/".`,
      fix: 'begin it with "/".',
    });
  if (type === 'ImplementationSpecific') return;
  const part = AMBIGUOUS.find((sequence) => text.includes(sequence)) ?? ['/..', '/.'].find((end) => text.endsWith(end));
  if (part === undefined) return;
  tell({
    path: here,
    found: text,
    what: `the server refuses the path "${text}": "${part}" in it means one thing to the load balancer and another behind it.`,
    fix: `remove "${part}".`,
  });
}

/** A port with a name and a number, or with neither, is the schema's finding. */
function port(service: unknown, here: FieldPath, tell: Tell): void {
  if (service === undefined || at(service, 'port') !== undefined) return;
  tell({
    path: [...here, 'port'],
    found: 'nothing',
    wanted: 'a name or a number',
    what: 'the server refuses a backend without a port.',
    fix: 'set `port.number` or `port.name`.',
  });
}
