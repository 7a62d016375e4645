import { unclearCidr } from '../../grammar/cidr';
import { type FieldPath, type JsonValue, listAt, textAt } from '../../model/json';
import { podTemplatesOf } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';

interface AddressAt {
  readonly text: string;
  readonly path: FieldPath;
}

/** Addresses and blocks of built-in kinds that have more than one reading; custom kinds are not judged by the server. */
export function ambiguousAddresses(object: RenderedObject): readonly FieldPath[] {
  return addressesOf(object)
    .filter(({ text }) => isAmbiguous(text))
    .map(({ path }) => path);
}

function isAmbiguous(text: string): boolean {
  if (text.includes('/')) return unclearCidr(text) !== undefined;
  return unclearCidr(`${text}/${text.includes(':') ? 128 : 32}`) !== undefined;
}

function addressesOf(object: RenderedObject): readonly AddressAt[] {
  const { group, kind, value } = object;
  if (group === '' && kind === 'Service') return ofService(value);
  if (group === 'networking.k8s.io' && kind === 'NetworkPolicy') return ofPolicy(value);
  if (group === 'discovery.k8s.io' && kind === 'EndpointSlice')
    return listAt(value, 'endpoints').flatMap((_, i) => texts(value, ['endpoints', i, 'addresses']));
  if (group === '' && kind === 'Endpoints')
    return listAt(value, 'subsets').flatMap((subset, i) =>
      listAt(subset, 'addresses').flatMap((_, j) => one(value, ['subsets', i, 'addresses', j, 'ip'])),
    );
  return podTemplatesOf(object).flatMap(({ path }) => {
    const spec = [...path, 'spec'];
    return [
      ...listAt(value, ...spec, 'hostAliases').flatMap((_, i) => one(value, [...spec, 'hostAliases', i, 'ip'])),
      ...texts(value, [...spec, 'dnsConfig', 'nameservers']),
    ];
  });
}

function ofService(value: JsonValue): readonly AddressAt[] {
  const lists = ['clusterIPs', 'externalIPs', 'loadBalancerSourceRanges'];
  return [
    ...one(value, ['spec', 'clusterIP']),
    ...one(value, ['spec', 'loadBalancerIP']),
    ...lists.flatMap((list) => texts(value, ['spec', list])),
  ];
}

function ofPolicy(value: JsonValue): readonly AddressAt[] {
  return (
    [
      ['ingress', 'from'],
      ['egress', 'to'],
    ] as const
  ).flatMap(([direction, peers]) =>
    listAt(value, 'spec', direction).flatMap((rule, r) =>
      listAt(rule, peers).flatMap((_, p) => {
        const block = ['spec', direction, r, peers, p, 'ipBlock'];
        return [...one(value, [...block, 'cidr']), ...texts(value, [...block, 'except'])];
      }),
    ),
  );
}

function one(value: JsonValue, path: FieldPath): readonly AddressAt[] {
  const text = textAt(value, ...path);
  return text === undefined ? [] : [{ text, path }];
}

function texts(value: JsonValue, path: FieldPath): readonly AddressAt[] {
  return listAt(value, ...path).flatMap((_, index) => one(value, [...path, index]));
}
