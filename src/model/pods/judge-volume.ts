import { parseQuantity } from '../../grammar/quantity';
import type { FieldVerdict } from '../field-verdict';
import { at, textAt } from '../json';

/** What the server refuses of a volume's source. @param refused what it does then; paths are those inside the volume */
export function judgeVolume(volume: unknown, refused: string): readonly FieldVerdict[] {
  const name = textAt(volume, 'name') ?? '';
  const folder = textAt(volume, 'hostPath', 'path') ?? '';
  const limit = at(volume, 'emptyDir', 'sizeLimit');
  const found: FieldVerdict[] = [];
  if (folder.split('/').includes('..'))
    found.push({
      path: ['hostPath', 'path'],
      found: folder,
      what: `the host path "${folder}" of volume "${name}" holds \`..\`, so ${refused}.`,
      fix: 'write the path that it leads to.',
    });
  if ((typeof limit === 'string' || typeof limit === 'number') && (parseQuantity(limit) ?? 0) < 0)
    found.push({
      path: ['emptyDir', 'sizeLimit'],
      found: String(limit),
      what: `the size limit of volume "${name}" is ${limit}, below 0, so ${refused}.`,
      fix: 'write a size such as 64Mi.',
    });
  return found;
}
