import { wrongLabelKey } from '../../grammar/label';
import type { FieldVerdict } from '../field-verdict';
import { at, type FieldPath, listAt, textAt } from '../json';

const TERMS = 'requiredDuringSchedulingIgnoredDuringExecution';
const WISHES = 'preferredDuringSchedulingIgnoredDuringExecution';

/** Pods are near one another, or apart, by labels of nodes. Of spreads the server asks only that there is a key. @param refused what the server does then; paths are those inside the Pod's spec */
export function judgeTopologyKeys(spec: unknown, refused: string): readonly FieldVerdict[] {
  return termsOf(spec).flatMap(({ term, path }) => {
    const key = textAt(term, 'topologyKey');
    const wrong = key === undefined ? undefined : wrongLabelKey(key);
    if (key === undefined || wrong === undefined) return [];
    return [
      {
        path: [...path, 'topologyKey'],
        found: key,
        what: `no label of nodes can be the topologyKey "${key}": ${wrong}, so ${refused}.`,
        fix: 'name a label of nodes, such as topology.kubernetes.io/zone.',
      },
    ];
  });
}

function termsOf(spec: unknown): readonly { readonly term: unknown; readonly path: FieldPath }[] {
  return ['podAffinity', 'podAntiAffinity'].flatMap((kind) => {
    const required = ['affinity', kind, TERMS];
    const preferred = ['affinity', kind, WISHES];
    return [
      ...listAt(spec, ...required).map((term, i) => ({ term, path: [...required, i] })),
      ...listAt(spec, ...preferred).map((wish, i) => ({
        term: at(wish, 'podAffinityTerm'),
        path: [...preferred, i, 'podAffinityTerm'],
      })),
    ];
  });
}
