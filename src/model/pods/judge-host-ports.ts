import type { FieldVerdict } from '../field-verdict';
import { listAt, numberAt, textAt } from '../json';
import { containersOf, type PodTemplate } from '../pod-spec';

/** Ports of the node that two ports of a Pod ask for. @param refused what the server does then, as the end of a sentence */
export function judgeHostPorts(template: Pick<PodTemplate, 'path' | 'spec'>, refused: string): readonly FieldVerdict[] {
  const taken = new Set<string>();
  return containersOf(template).flatMap(({ container, path, init }) =>
    (init ? [] : listAt(container, 'ports')).flatMap((port, index) => {
      const number = numberAt(port, 'hostPort') ?? 0;
      const protocol = textAt(port, 'protocol') ?? 'TCP';
      const key = `${protocol} ${textAt(port, 'hostIP') ?? ''} ${number}`;
      if (number !== 0 && taken.has(key))
        return [
          {
            path: [...path, 'ports', index, 'hostPort'],
            found: String(number),
            what: `two ports of the Pod ask for ${protocol} port ${number} of the node, so ${refused}.`,
            fix: 'give each its own `hostPort`.',
          },
        ];
      taken.add(key);
      return [];
    }),
  );
}
