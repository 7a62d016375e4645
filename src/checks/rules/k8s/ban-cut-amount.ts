import { exceedsInt64 } from '../../../grammar/quantity';
import { at, type FieldPath, isJsonObject, type JsonValue, mapAt } from '../../../model/json';
import { containersOf, podTemplateOf } from '../../../model/pod-spec';
import type { ObjectRule, Tell } from '../../engine/rule';
import { CLAIM_HOLDERS, claimsOf } from '../../reads/claims';

export const banCutAmount: ObjectRule = {
  id: 'k8s/ban-cut-amount',
  severity: 'error',
  summary: 'No Pod and no claim asks for more than the server can keep of an amount.',
  why: 'The server cuts an amount above 2^63 - 1 without a word. No node and no volume has so much, so Pods and claims stay Pending, and the live object never equals Git.',
  see: [
    'https://github.com/kubernetes/kubernetes/blob/v1.34.0/staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go',
  ],
  kinds: CLAIM_HOLDERS,
  check(object, _context, tell) {
    for (const { spec, path } of claimsOf(object))
      judge(
        at(spec, 'resources'),
        [...path, 'resources'],
        'the claim',
        'no volume is so large: it stays Pending',
        tell,
      );
    const template = podTemplateOf(object);
    if (template === undefined) return;
    const pending = 'no node has so much: a Pod that requests it stays Pending';
    for (const { container, path } of containersOf(template)) {
      const who = `container "${String(container['name'])}"`;
      judge(container['resources'], [...path, 'resources'], who, pending, tell);
    }
    judge(template.spec['resources'], [...template.path, 'spec', 'resources'], 'the Pod', pending, tell);
  },
};

function judge(resources: JsonValue | undefined, path: FieldPath, who: string, result: string, tell: Tell): void {
  if (!isJsonObject(resources)) return;
  for (const side of ['requests', 'limits'])
    for (const [name, amount] of Object.entries(mapAt(resources, side)))
      if ((typeof amount === 'string' || typeof amount === 'number') && exceedsInt64(amount))
        tell({
          path: [...path, side, name],
          found: String(amount),
          wanted: 'at most 2^63 - 1',
          what: `${who} has ${String(amount)} of ${name} as ${side}, which the server cuts to 2^63 - 1, and ${result}.`,
          fix: 'write what is really needed, and check the unit.',
        });
}
