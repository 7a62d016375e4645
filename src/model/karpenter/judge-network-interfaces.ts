import type { FieldVerdict } from '../field-verdict';
import { at, listAt, textAt } from '../json';

const INTERFACES = ['spec', 'networkInterfaces'] as const;

/** Network interfaces of every node of a class, for EFA. */
export function judgeNetworkInterfaces(nodeClass: unknown): readonly FieldVerdict[] {
  const all = listAt(nodeClass, ...INTERFACES).map((one) => ({
    card: at(one, 'networkCardIndex'),
    device: at(one, 'deviceIndex'),
    type: textAt(one, 'interfaceType'),
  }));
  if (all.length === 0) return [];
  const verdicts: FieldVerdict[] = [];
  const add = (path: readonly (string | number)[], found: string, what: string, fix: string) =>
    verdicts.push({ path: [...INTERFACES, ...path], found, what: `${what}; the server refuses the class.`, fix });
  if (!all.some(({ card, device, type }) => card === 0 && device === 0 && type === 'interface'))
    add(
      [],
      'no interface 0/0',
      'networkInterfaces has no interface of type interface on card 0, device 0',
      'add it: nodes join by it.',
    );
  for (const [index, { card, device, type }] of all.entries()) {
    const before = all.slice(0, index);
    if (before.some((other) => other.card === card && other.device === device))
      add(
        [index],
        `${card}/${device}`,
        `two network interfaces are on card ${card}, device ${device}`,
        'give each its own device.',
      );
    if (type === 'efa-only' && before.some((other) => other.card === card && other.type === type))
      add([index], `${card}/${device}`, `card ${card} has two interfaces of type efa-only`, 'leave one of them out.');
  }
  if (at(nodeClass, 'spec', 'associatePublicIPAddress') === true && all.length > 1)
    verdicts.push({
      path: ['spec', 'associatePublicIPAddress'],
      found: 'true',
      what: `associatePublicIPAddress is true with ${all.length} network interfaces: EC2 gives a public address to nodes with one, and starts none of these.`,
      fix: 'leave it out.',
    });
  return verdicts;
}
