import { AMI_ALIASES, KUBELET_KEYS, ONE_NAME_SERVER } from '../../knowledge/karpenter/node-class-limits';
import type { FieldVerdict } from '../field-verdict';
import { listAt, mapAt, numberAt, textAt } from '../json';
import { didYouMean } from '../suggest';

const KUBELET = ['spec', 'kubelet'] as const;

/** What the nodes' kubelet is told. From Karpenter 1.15 the controller alone judges it: the class is then never ready. */
export function judgeKubelet(nodeClass: unknown): readonly FieldVerdict[] {
  const soft = Object.keys(mapAt(nodeClass, ...KUBELET, 'evictionSoft'));
  const grace = Object.keys(mapAt(nodeClass, ...KUBELET, 'evictionSoftGracePeriod'));
  const lonely = [
    ...soft
      .filter((key) => !grace.includes(key))
      .map((key) => ({ key, in: 'evictionSoft', not: 'evictionSoftGracePeriod' })),
    ...grace
      .filter((key) => !soft.includes(key))
      .map((key) => ({ key, in: 'evictionSoftGracePeriod', not: 'evictionSoft' })),
  ];
  const unpaired = lonely.map((one) => ({
    path: [...KUBELET, one.in, one.key],
    found: one.key,
    what: `${one.in} has ${one.key}, and ${one.not} has not; the class is refused.`,
    fix: `add ${one.key} to ${one.not}.`,
  }));
  const verdicts: FieldVerdict[] = [...judgeKeys(nodeClass), ...unpaired];
  const high = numberAt(nodeClass, ...KUBELET, 'imageGCHighThresholdPercent');
  const low = numberAt(nodeClass, ...KUBELET, 'imageGCLowThresholdPercent');
  if (high !== undefined && low !== undefined && high <= low)
    verdicts.push({
      path: [...KUBELET, 'imageGCHighThresholdPercent'],
      found: String(high),
      wanted: `above ${low}`,
      what: `imageGCHighThresholdPercent is ${high} and imageGCLowThresholdPercent ${low}; the class is refused.`,
      fix: 'raise the first above the second.',
    });
  return [...verdicts, ...judgeNameServers(nodeClass)];
}

/** AL2023 takes any kubelet's configuration; other families take one address. */
function judgeNameServers(nodeClass: unknown): readonly FieldVerdict[] {
  const addresses = listAt(nodeClass, ...KUBELET, 'clusterDNS').map(String);
  const families = familiesOf(nodeClass).filter(
    (family) => family !== 'AL2023' && ONE_NAME_SERVER.some((one) => family.startsWith(one)),
  );
  const [family] = families;
  if (addresses.length <= 1 || family === undefined) return [];
  return [
    {
      path: [...KUBELET, 'clusterDNS'],
      found: addresses.join(', '),
      wanted: 'one address',
      severity: 'warning',
      what: `clusterDNS has ${addresses.length} addresses, and images of ${family} take one: from Karpenter 1.15 on the class is not ready, and no node starts.`,
      fix: 'give one address, or use images of AL2023.',
    },
  ];
}

function familiesOf(nodeClass: unknown): readonly string[] {
  const aliases = listAt(nodeClass, 'spec', 'amiSelectorTerms').map((term) => textAt(term, 'alias')?.split('@')[0]);
  return [textAt(nodeClass, 'spec', 'amiFamily'), ...aliases.map((name) => AMI_ALIASES[name ?? ''])].flatMap(
    (family) => family ?? [],
  );
}

/** Keys of the kubelet's maps that are not among its own. */
function judgeKeys(nodeClass: unknown): readonly FieldVerdict[] {
  return Object.entries(KUBELET_KEYS).flatMap(([field, known]) =>
    Object.keys(mapAt(nodeClass, ...KUBELET, field))
      .filter((key) => !known.includes(key))
      .map((key) => ({
        path: [...KUBELET, field, key],
        found: key,
        wanted: known.join(', '),
        what: `${field} has the key "${key}", which the kubelet does not know; the class is refused.${didYouMean(key, known)}`,
        fix: `use some of: ${known.join(', ')}.`,
      })),
  );
}
