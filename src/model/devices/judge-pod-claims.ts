import { wrongDnsLabel } from '../../grammar/dns';
import type { FieldVerdict } from '../field-verdict';
import { at, type FieldPath, listAt, textAt } from '../json';

const SOURCES = ['resourceClaimName', 'resourceClaimTemplateName'] as const;
const LISTS = ['containers', 'initContainers'] as const;

/**
 * What the server refuses of the claims of a Pod, beside what its schema says.
 * @param spec a Pod's
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/core/validation/validation.go (validatePodResourceClaim)
 */
export function judgePodClaims(spec: unknown): readonly FieldVerdict[] {
  const claims = listAt(spec, 'resourceClaims');
  const known = claims.map((claim) => textAt(claim, 'name') ?? '');
  return [
    ...claims.flatMap((claim, index) => judgeClaim(claim, ['resourceClaims', index])),
    ...LISTS.flatMap((list) =>
      listAt(spec, list).flatMap((container, index) => judgeUses(container, [list, index], known)),
    ),
  ];
}

function judgeClaim(claim: unknown, path: FieldPath): readonly FieldVerdict[] {
  const name = textAt(claim, 'name') ?? '';
  const wrong = wrongDnsLabel(name);
  const sources = SOURCES.filter((source) => at(claim, source) !== undefined);
  const found: FieldVerdict[] = [];
  if (wrong !== undefined)
    found.push({
      path: [...path, 'name'],
      found: name,
      what: `a Pod cannot know a claim as "${name}": ${wrong}; the server refuses it.`,
      fix: 'use at most 63 lower-case letters, digits and inner hyphens.',
    });
  if (sources.length !== 1)
    found.push({
      path,
      found: sources.join(' and ') || 'nothing',
      wanted: SOURCES.join(' or '),
      what: `claim "${name}" of the Pod has ${sources.length === 0 ? 'neither' : 'both'} of ${SOURCES.join(' and ')}; the server refuses it.`,
      fix: 'set one of them.',
    });
  return found;
}

function judgeUses(container: unknown, path: FieldPath, known: readonly string[]): readonly FieldVerdict[] {
  return listAt(container, 'resources', 'claims').flatMap((claim, index) => {
    const name = textAt(claim, 'name') ?? '';
    if (known.includes(name)) return [];
    return [
      {
        path: [...path, 'resources', 'claims', index, 'name'],
        found: name,
        what: `container "${textAt(container, 'name')}" uses claim "${name}", which is not among the resourceClaims of its Pod; the server refuses it.`,
        fix: known.length === 0 ? 'add the claim to resourceClaims.' : `use one of: ${known.join(', ')}.`,
      },
    ];
  });
}
