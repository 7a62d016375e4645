import { AlbIngress } from 'cdk8s-eks';
import fc from 'fast-check';
import { check } from '../../../src/checks/engine/check';
import { validAlbAnnotation } from '../../../src/checks/rules/eks/valid-alb-annotation';
import { renderedObject } from '../../../src/model/rendered-object';
import { eksEnvironment } from '../../support/environment';
import { render } from '../../support/render';
import { schemasOf } from '../../support/schemas';
import { messageOf } from '../../support/thrown';
import { GRAMMARS, refusedBefore, reportedAfter } from './grammars';

const RUNS = 10_000;
const SEED = 9;

describe.each(Object.entries(GRAMMARS))('%s', (_name, grammar) => {
  it(`has one verdict, from construct and rule, on each of ${RUNS} texts`, () => {
    // What is empty is missing, to a rule.
    const texts = fc.sample(grammar.texts, { numRuns: RUNS, seed: SEED }).map((text) => (text === '' ? '-' : text));
    const before = refusedBefore(grammar, texts);
    const after = reportedAfter(grammar, texts);
    expect(texts.filter((_text, index) => before[index] !== after[index])).toEqual([]);
    // Both verdicts are common, or the texts would try nothing.
    const refused = before.filter((one) => one).length;
    expect([refused > RUNS / 50, refused < (RUNS * 49) / 50]).toEqual([true, true]);
  });
});

/** The texts on which constructs and rules had two verdicts, and the one that the server, or AWS, has. */
const ONCE_TWO: readonly (readonly [keyof typeof GRAMMARS, string, 'taken' | 'refused'])[] = [
  ['schedule', '@every 1h', 'taken'],
  ['schedule', '1,,2 * * * *', 'taken'],
  ['schedule', '*/01 * * * *', 'taken'],
  ['schedule', '*-5 * * * *', 'taken'],
  ['time zone', 'Europe/Nowhere', 'refused'],
  ['block of addresses', ':::::/64', 'refused'],
  ['block of addresses', '1:2/64', 'refused'],
  ['host', '1.2.3.4', 'refused'],
];

describe('7.14 a text on which charts and rules had two verdicts', () => {
  it.each(ONCE_TWO)('7.14 has one: %s %s is %s', (name, text, verdict) => {
    const said = [refusedBefore(GRAMMARS[name], [text])[0], reportedAfter(GRAMMARS[name], [text])[0]];
    expect(said).toEqual(Array(2).fill(verdict === 'refused'));
  });

  it.each([
    ['internal-web', true],
    ['web-internal', false],
  ])('7.14 has one as the name of a load balancer: %s', (loadBalancerName, refused) => {
    const props = { scheme: 'internal', backend: { service: 'web', port: 80 }, loadBalancerName } as const;
    const make = () => render((scope) => new AlbIngress(scope, 'web', props));
    if (refused) expect(messageOf(make)).toContain('internal-');
    else expect(make).not.toThrow();
    const annotations = { 'alb.ingress.kubernetes.io/load-balancer-name': loadBalancerName };
    const value = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'web', annotations } };
    const environment = eksEnvironment();
    const objects = [renderedObject(value, { environment: 'test', app: 'shop' })];
    const input = { environment, objects, schemas: schemasOf(), appOwners: new Map(), environments: [environment] };
    const { findings } = check(input, [validAlbAnnotation]);
    expect(findings.length > 0).toBe(refused);
  });
});
