import type { NodeMaker } from '../../knowledge/karpenter/kinds';
import {
  AWS_TAG_PREFIX,
  GP3_IOPS,
  GP3_THROUGHPUT_PER_IOPS,
  REFUSED_TAGS,
} from '../../knowledge/karpenter/node-class-limits';
import type { FieldVerdict } from '../field-verdict';
import { at, mapAt, numberAt } from '../json';
import { judgeAmi } from './judge-ami';
import { judgeDevices } from './judge-devices';
import { judgeKubelet } from './judge-kubelet';
import { judgeNetworkInterfaces } from './judge-network-interfaces';
import { judgeRole } from './judge-role';
import { judgeSelectorTerms } from './judge-selector-terms';

/** What is wrong with a class of nodes beyond its schema. */
export function judgeNodeClass(nodeClass: unknown, maker: NodeMaker): readonly FieldVerdict[] {
  const common = [...judgeSelectorTerms(nodeClass), ...judgeTags(nodeClass, maker)];
  if (maker === 'autoMode') return [...common, ...judgeDisk(nodeClass)];
  return [
    ...judgeRole(nodeClass),
    ...common,
    ...judgeAmi(nodeClass),
    ...judgeDevices(nodeClass),
    ...judgeNetworkInterfaces(nodeClass),
    ...judgeKubelet(nodeClass),
    ...judgePlacement(nodeClass),
  ];
}

function judgeTags(nodeClass: unknown, maker: NodeMaker): readonly FieldVerdict[] {
  const refused = REFUSED_TAGS[maker];
  const tags = Object.keys(mapAt(nodeClass, 'spec', 'tags'));
  const impossible = tags
    .filter((tag) => tag === '' || tag.toLowerCase().startsWith(AWS_TAG_PREFIX))
    .map((tag) => ({
      path: ['spec', 'tags', tag],
      found: tag,
      what:
        tag === ''
          ? 'a tag has an empty key; the server refuses the class.'
          : `the tag ${tag} begins with ${AWS_TAG_PREFIX}, which is AWS's own: AWS refuses it, and no node starts.`,
      fix: 'give the tag another key.',
    }));
  const ofMaker = tags
    .filter((tag) => refused.some((one) => tag === one || (tag.startsWith(one) && one === 'kubernetes.io/cluster')))
    .map((tag) => ({
      path: ['spec', 'tags', tag],
      found: tag,
      what: `the tag ${tag} is one that the controller sets itself; the server refuses the class.`,
      fix: 'leave it out.',
    }));
  return [...impossible, ...ofMaker];
}

/** A gp3 volume moves a quarter of a MiB/s for each operation. */
function judgeDisk(nodeClass: unknown): readonly FieldVerdict[] {
  const disk = ['spec', 'ephemeralStorage'] as const;
  const throughput = numberAt(nodeClass, ...disk, 'throughput');
  const iops = numberAt(nodeClass, ...disk, 'iops') ?? GP3_IOPS;
  const most = iops * GP3_THROUGHPUT_PER_IOPS;
  if (throughput === undefined || throughput <= most) return [];
  return [
    {
      path: [...disk, 'throughput'],
      found: String(throughput),
      wanted: `at most ${most}`,
      what: `throughput is ${throughput} MiB/s with ${iops} iops, and a gp3 volume has at most a quarter of its iops; AWS refuses the volume, and no node starts.`,
      fix: `give at least ${throughput / GP3_THROUGHPUT_PER_IOPS} iops, or lower throughput.`,
    },
  ];
}

function judgePlacement(nodeClass: unknown): readonly FieldVerdict[] {
  if (at(nodeClass, 'spec', 'placementGroupSelector') === undefined) return [];
  const group = mapAt(nodeClass, 'spec', 'placementGroupSelector');
  const verdicts: FieldVerdict[] = [];
  if (!('name' in group || 'id' in group))
    verdicts.push({
      path: ['spec', 'placementGroupSelector'],
      found: 'nothing',
      wanted: 'name or id',
      what: 'placementGroupSelector has neither a name nor an id; the server refuses the class.',
      fix: 'give one of them.',
    });
  if ('name' in group && 'id' in group)
    verdicts.push({
      path: ['spec', 'placementGroupSelector'],
      found: 'name, id',
      what: 'placementGroupSelector has a name and an id; the server refuses the class.',
      fix: 'leave one of them out.',
    });
  return verdicts;
}
