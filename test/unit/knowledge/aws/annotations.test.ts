import { check } from '../../../../src/checks/engine/check';
import type { Rule } from '../../../../src/checks/engine/rule';
import { validAlbAnnotation } from '../../../../src/checks/rules/eks/valid-alb-annotation';
import { validNlbAnnotation } from '../../../../src/checks/rules/eks/valid-nlb-annotation';
import {
  ALB_ANNOTATIONS,
  ALB_FAMILIES,
  ALB_PREFIX,
  albAnnotation,
} from '../../../../src/knowledge/aws/alb-annotations';
import { nlbKey } from '../../../../src/knowledge/aws/nlb-annotation';
import { NLB_ANNOTATIONS, NLB_FAMILIES, nlbAnnotation } from '../../../../src/knowledge/aws/nlb-annotations';
import { renderedObject } from '../../../../src/model/rendered-object';
import { eksEnvironment } from '../../../support/environment';
import { schemasOf } from '../../../support/schemas';
import { ALB_SAMPLES, NLB_SAMPLES, type Samples } from './annotation-samples';

const ingress = (annotations: Readonly<Record<string, string>>) =>
  renderedObject(
    { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'web', namespace: 'shop', annotations } },
    { environment: 'test', app: 'shop' },
  );

const service = (annotations: Readonly<Record<string, string>>) =>
  renderedObject(
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web', namespace: 'shop', annotations },
      spec: { type: 'LoadBalancer', loadBalancerClass: 'service.k8s.aws/nlb', ports: [{ name: 'https', port: 443 }] },
    },
    { environment: 'test', app: 'shop' },
  );

/** What the rule wants in place of what it refuses. */
function wantedBy(rule: Rule, object: ReturnType<typeof ingress>): readonly (string | undefined)[] {
  const environment = eksEnvironment();
  const input = {
    environment,
    schemas: schemasOf(),
    appOwners: new Map<string, string>(),
    environments: [environment],
  };
  return check({ ...input, objects: [object] }, [rule]).findings.map(({ wanted }) => wanted);
}

/** What an annotation needs beside it. */
const BESIDE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [nlbKey('eip-allocations')]: { [nlbKey('scheme')]: 'internet-facing', [nlbKey('subnets')]: 'a' },
  [nlbKey('private-ipv4-addresses')]: { [nlbKey('subnets')]: 'a' },
  [nlbKey('ipv6-addresses')]: { [nlbKey('ip-address-type')]: 'dualstack' },
  [nlbKey('source-nat-ipv6-prefixes')]: { [nlbKey('ip-address-type')]: 'dualstack' },
};

function rowNames(samples: Samples, keys: readonly string[]): readonly string[] {
  const rowName = (key: string) => keys.find((known) => known.endsWith('.') && key.startsWith(known)) ?? key;
  return Object.keys(samples).map(rowName).sort();
}

describe.each([
  {
    what: 'an Ingress',
    nameOf: (key: string) => `${ALB_PREFIX}${key}`,
    samples: ALB_SAMPLES,
    rows: [...ALB_ANNOTATIONS, ...ALB_FAMILIES],
    rowOf: albAnnotation,
    wanted: (annotations: Readonly<Record<string, string>>) => wantedBy(validAlbAnnotation, ingress(annotations)),
  },
  {
    what: 'a Service',
    nameOf: nlbKey,
    samples: NLB_SAMPLES,
    rows: [...NLB_ANNOTATIONS, ...Object.values(NLB_FAMILIES)],
    rowOf: nlbAnnotation,
    wanted: (annotations: Readonly<Record<string, string>>) => wantedBy(validNlbAnnotation, service(annotations)),
  },
])('the annotations of $what', ({ nameOf, samples, rows, rowOf, wanted }) => {
  const keys = rows.map(({ key }) => key);

  it('have one row each, and each row has a sample', () => {
    expect(new Set(keys).size).toBe(keys.length);
    expect(rowNames(samples, keys)).toEqual([...keys].sort());
  });

  it.each(Object.entries(samples))('%s is taken and refused as the controller does: %j', (key, [right, wrong]) => {
    const name = nameOf(key);
    expect(wanted({ [name]: right, ...BESIDE[name] })).toEqual([]);
    const form = rowOf(key)?.value;
    if (wrong === undefined) expect(form?.words).toMatch(/^(a text|names or ids)/);
    else expect(wanted({ [name]: wrong, ...BESIDE[name] })).toEqual([form?.wants(wrong, () => undefined)]);
  });
});
