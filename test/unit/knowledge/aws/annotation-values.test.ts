import fc from 'fast-check';
import { ALB_TARGET_GROUP_ATTRIBUTES } from '../../../../src/knowledge/aws/alb-attributes';
import { ARN_LIST, codes, map, TEXT_LIST } from '../../../../src/knowledge/aws/annotation-lists';
import { type AnnotationValue, BOOLEAN, choice, pattern, whole } from '../../../../src/knowledge/aws/annotation-values';
import { CIDRS, HEALTH_PORT, LISTENERS, SLOW_START } from '../../../../src/knowledge/aws/load-balancer-values';

const text = fc.string({ maxLength: 10 });
const plain = fc.stringMatching(/^[a-z][a-z0-9.-]{0,8}$/);
const alone = () => undefined;
/** Text does not tell −0 from 0. */
const number = fc.double().map((value) => (value === 0 ? 0 : value));

/** @param any values of the type; @param sound those that nothing is wrong with */
function form<T>(name: string, value: AnnotationValue<T>, any: fc.Arbitrary<T>, sound: fc.Arbitrary<T>) {
  return [
    name,
    () => {
      fc.assert(
        fc.property(fc.oneof(any, sound), (given) => {
          const written = value.write(given);
          if (value.judge(given, alone) !== undefined || written === undefined) return;
          expect(value.read(written)).toEqual(given);
          expect(value.wants(written, alone)).toBeUndefined();
        }),
        { numRuns: 500 },
      );
      fc.assert(fc.property(sound, (given) => expect(value.judge(given, alone)).toBeUndefined()));
    },
  ] as const;
}

const port = fc.integer({ min: 1, max: 65_535 });
const protocol = fc.constantFrom('HTTP' as const, 'HTTPS' as const);
const listener = fc.record({ protocol, port });

describe('what is written is read back, or refused', () => {
  it.each([
    form('a choice', choice('a', 'b'), fc.constantFrom('a' as const, 'b' as const), fc.constant('a' as const)),
    form('a whole number', whole(-5, 300), number, fc.integer({ min: -5, max: 300 })),
    form('true or false', BOOLEAN, fc.boolean(), fc.boolean()),
    form('a text of one form', pattern(/^[a-z]+$/, 'letters'), text, fc.constant('abc')),
    form('a list', TEXT_LIST, fc.array(text, { maxLength: 4 }), fc.array(plain, { maxLength: 4 })),
    form('a list of ARNs', ARN_LIST, fc.array(text), fc.constant(['arn:aws:acm:eu-west-1:1:certificate/a'])),
    form('a list of blocks', CIDRS, fc.array(text), fc.constant(['10.0.0.0/8', '2001:db8::/32'])),
    form('a map', map(), fc.dictionary(text, text), fc.dictionary(plain, fc.oneof(plain, fc.constant('a,b\\c=d')))),
    form(
      'a map with known names',
      ALB_TARGET_GROUP_ATTRIBUTES,
      fc.dictionary(fc.constantFrom('stickiness.enabled', 'slow_start.duration_seconds', 'other'), text),
      fc.record({ 'slow_start.duration_seconds': fc.integer({ min: 30, max: 900 }).map(String) }),
    ),
    form(
      'listeners',
      LISTENERS,
      fc.array(listener),
      fc.uniqueArray(listener, { minLength: 1, selector: (l) => l.port }),
    ),
    form('codes', codes(200, 499, '200'), text, fc.constantFrom('200', '200,301', '200-399,404')),
    form(
      'a port of a health check',
      HEALTH_PORT,
      fc.oneof(number, text),
      fc.oneof(
        port,
        plain.map((p) => p.replace(/[.-]/g, '')),
      ),
    ),
    form('a slow start', SLOW_START, fc.integer(), fc.oneof(fc.constant(0), fc.integer({ min: 30, max: 900 }))),
  ])('%s', (_name, run) => run());
});

describe('a map of the controller', () => {
  it.each<[string, Readonly<Record<string, string>> | undefined]>([
    ['a=1,b=2', { a: '1', b: '2' }],
    [' a = 1 , b = 2 ', { a: '1', b: '2' }],
    ['a=1\\,2,b=3', { a: '1,2', b: '3' }],
    ['a=\\\\', { a: '\\' }],
    ['a=b=c', { a: 'b=c' }],
    ['a=1,', { a: '1,' }],
    ['', {}],
    ['a', undefined],
    ['a=1,b', undefined],
    ['a=1,,b=2', undefined],
    ['=1', undefined],
    ['__proto__=1', Object.fromEntries([['__proto__', '1']])],
  ])('%j is read as the controller reads it (splitKeyValuePairs, release 3.5)', (written, read) =>
    expect(map().read(written)).toEqual(read),
  );
});
