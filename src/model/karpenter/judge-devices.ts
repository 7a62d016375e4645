import { type EbsMistake, rareEbsNumbers, wrongEbsNumbers } from '../../knowledge/aws/ebs-volumes';
import type { FieldVerdict } from '../field-verdict';
import { at, listAt, numberAt, textAt } from '../json';

const DEVICES = ['spec', 'blockDeviceMappings'] as const;
const OUTCOME = 'no node starts';

/** Disks that nodes start with. */
export function judgeDevices(nodeClass: unknown): readonly FieldVerdict[] {
  const devices = listAt(nodeClass, ...DEVICES);
  const volumes = devices.flatMap((device, index) => judgeVolume(at(device, 'ebs'), index));
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
  if (roots <= 1) return [...verdicts, ...volumes];
  const what = `${roots} disks are rootVolume; the server refuses the class.`;
  return [
    ...verdicts,
    ...volumes,
    { path: [...DEVICES], found: String(roots), wanted: '1', what, fix: 'mark one of them.' },
  ];
}

/** What EBS does not give to volumes of the type, as for a StorageClass. */
function judgeVolume(ebs: unknown, index: number): readonly FieldVerdict[] {
  const [iops, throughput] = [numberAt(ebs, 'iops'), numberAt(ebs, 'throughput')];
  const asked = { type: textAt(ebs, 'volumeType') ?? 'gp3', iops, throughput, outcome: OUTCOME };
  const wrong = wrongEbsNumbers(asked);
  const rare = wrong.length > 0 ? [] : rareEbsNumbers(asked);
  const verdictOf = ({ field, what, fix }: EbsMistake) => ({
    path: [...DEVICES, index, 'ebs', field],
    found: String(at(ebs, field)),
    what: `disk ${index + 1}: ${what}.`,
    fix: `${fix}.`,
  });
  return [
    ...wrong.map((one) => verdictOf(one.what.endsWith(OUTCOME) ? one : { ...one, what: `${one.what}; ${OUTCOME}` })),
    ...rare.map((one) => ({ ...verdictOf(one), severity: 'warning' as const })),
  ];
}
