import { at, type FieldPath, isJsonObject } from '../json';
import { REFUSED, type Told } from './refused';

/** Whether new Pods keep away from old ones in one way. */
export function judgeAntiAffinity(value: unknown, place: FieldPath, tell: Told): void {
  const affinity = at(value, ...place, 'antiAffinity');
  if (!isJsonObject(affinity)) return;
  const ways = Object.values(affinity).filter((way) => way !== undefined).length;
  if (ways === 1) return;
  tell({
    path: [...place, 'antiAffinity'],
    what: `\`antiAffinity\` is ${ways === 0 ? 'neither required nor preferred' : 'both required and preferred'}; ${REFUSED}.`,
    fix: 'give one of them.',
  });
}
