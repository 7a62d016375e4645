import { at, listAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { ObjectRule, Tell } from '../../engine/rule';
import { CLAIM_HOLDERS, type ClaimAt, claimsOf } from '../../reads/claims';
import { amountOf } from './valid-resources';

export const validClaim: ObjectRule = {
  id: 'k8s/valid-claim',
  severity: 'error',
  summary: 'A claim asks for a size above 0 and for access modes that go together.',
  why: 'The server refuses a claim without a size or an access mode. The claim templates of a StatefulSet are judged only when its Pods are created, so the mistake appears after the sync.',
  see: [
    'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
    'https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/core/validation/validation.go',
  ],
  kinds: CLAIM_HOLDERS,
  check(object, _context, tell) {
    const claims = claimsOf(object);
    if (claims.length === 0) return;
    for (const claim of claims) {
      const refused =
        claim.judged === 'with each Pod' ? 'the server refuses the claim of every Pod' : 'the server refuses it';
      judgeSize(claim, refused, tell);
      judgeModes(claim, refused, tell);
    }
    if (object.kind === 'StatefulSet') judgeNames(object, tell);
  },
};

function judgeSize({ spec, path }: ClaimAt, refused: string, tell: Tell): void {
  const size = at(spec, 'resources', 'requests', 'storage');
  const amount = amountOf(size);
  // Without any resources or access modes at all it is the schema's finding.
  const unsized = size === undefined && at(spec, 'resources') !== undefined;
  if (unsized || (amount !== undefined && amount <= 0))
    tell({
      path: [...path, 'resources', 'requests', 'storage'],
      found: String(size ?? 'nothing'),
      wanted: 'more than 0',
      what: `${size === undefined ? 'a claim without a size' : `a claim of ${String(size)}`} gets no volume; ${refused}.`,
      fix: 'set `resources.requests.storage`, such as 10Gi.',
    });
}

function judgeModes({ spec, path }: ClaimAt, refused: string, tell: Tell): void {
  const modes = listAt(spec, 'accessModes');
  const alone = modes.length > 1 && modes.includes('ReadWriteOncePod');
  if (!alone && (modes.length > 0 || at(spec, 'accessModes') === undefined)) return;
  tell({
    path: [...path, 'accessModes'],
    found: modes.join(', ') || 'nothing',
    wanted: alone ? 'ReadWriteOncePod alone' : 'at least one access mode',
    what: `${alone ? 'ReadWriteOncePod shares a volume with nobody, and another mode does' : 'a claim says nothing about its access'}; ${refused}.`,
    fix: alone ? 'keep one of them.' : 'set `accessModes: [ReadWriteOnce]`.',
  });
}

function judgeNames(object: RenderedObject, tell: Tell): void {
  const names = new Set<string>();
  listAt(object.value, 'spec', 'volumeClaimTemplates').forEach((template, i) => {
    const name = textAt(template, 'metadata', 'name') ?? '';
    if (names.has(name))
      tell({
        path: ['spec', 'volumeClaimTemplates', i, 'metadata', 'name'],
        found: name,
        what: `two claim templates are called "${name}"; the server takes both, and the controller uses only the last.`,
        fix: 'rename one of them, or remove it.',
      });
    names.add(name);
  });
}
