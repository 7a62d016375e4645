import type { FieldVerdict } from '../field-verdict';
import { at, listAt } from '../json';

const DEVICES = ['spec', 'blockDeviceMappings'] as const;

/** Disks that nodes start with. */
export function judgeDevices(nodeClass: unknown): readonly FieldVerdict[] {
  const devices = listAt(nodeClass, ...DEVICES);
  const roots = devices.filter((one) => at(one, 'rootVolume') === true).length;
  const verdicts = devices.flatMap((device, index): FieldVerdict[] => {
    const path = [...DEVICES, index, 'ebs'];
    const ebs = at(device, 'ebs');
    if (ebs === undefined) return [];
    const isSnapshot = at(ebs, 'snapshotID') !== undefined;
    const rate = at(ebs, 'volumeInitializationRate');
    if (!isSnapshot && at(ebs, 'volumeSize') === undefined)
      return [
        {
          path,
          found: 'nothing',
          what: `disk ${index + 1} has neither volumeSize nor snapshotID; the server refuses the class.`,
          fix: 'give one of them.',
        },
      ];
    if (isSnapshot || rate === undefined) return [];
    const what = `disk ${index + 1} has volumeInitializationRate ${String(rate)} and no snapshot to be filled from; the server refuses the class.`;
    return [
      {
        path: [...path, 'volumeInitializationRate'],
        found: String(rate),
        what,
        fix: 'leave it out, or give snapshotID.',
      },
    ];
  });
  if (roots <= 1) return verdicts;
  const what = `${roots} disks are rootVolume; the server refuses the class.`;
  return [...verdicts, { path: [...DEVICES], found: String(roots), wanted: '1', what, fix: 'mark one of them.' }];
}
