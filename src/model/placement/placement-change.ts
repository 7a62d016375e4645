import type { ObjectIdentity } from '../identity';
import { identityKey } from '../identity';
import type { Verdict } from './node-verdict';
import type { Placement, Range } from './placement';

/** Where the Pods of a workload run, in short. */
export interface PlacementSummary {
  readonly placed: Verdict;
  /** The pools that take them, in the order in which they are tried. */
  readonly pools: readonly string[];
  /** Of the first of them. */
  readonly size?: string;
  readonly zones: readonly string[];
  readonly pods?: Range;
  /** USD a month. */
  readonly cost?: Range;
}

/** Pods that run elsewhere, in another size or at another price than before. */
export interface PlacementChange {
  readonly environment: string;
  readonly app: string;
  readonly object: ObjectIdentity;
  readonly part?: string;
  readonly placement: { readonly before?: PlacementSummary; readonly after?: PlacementSummary };
}

export function summaryOf({ placed, pools, pods, cost }: Placement): PlacementSummary {
  const takers = pools.filter(({ verdict }) => verdict === placed && verdict !== 'no');
  const [first] = takers;
  return {
    placed,
    pools: takers.map(({ pool }) => pool),
    ...(first?.size === undefined ? {} : { size: first.size.name }),
    zones: first?.zones ?? [],
    ...(pods === undefined ? {} : { pods }),
    ...(cost === undefined ? {} : { cost }),
  };
}

/** What is placed otherwise than before; both lists are sorted by app and object, and so is what is returned. */
export function placementChanges(
  before: readonly Placement[],
  after: readonly Placement[],
): readonly PlacementChange[] {
  const was = new Map(before.map((one) => [keyOf(one), one]));
  const now = new Map(after.map((one) => [keyOf(one), one]));
  return [...new Set([...was.keys(), ...now.keys()])].sort().flatMap((key): readonly PlacementChange[] => {
    const [old, next] = [was.get(key), now.get(key)];
    const any = next ?? old;
    if (any === undefined) return [];
    const placement = {
      ...(old === undefined ? {} : { before: summaryOf(old) }),
      ...(next === undefined ? {} : { after: summaryOf(next) }),
    };
    if (JSON.stringify(placement.before) === JSON.stringify(placement.after)) return [];
    const { environment, app, object, part } = any;
    return [{ environment, app, object, ...(part === undefined ? {} : { part }), placement }];
  });
}

function keyOf({ app, object, part = '' }: Placement): string {
  return `${app}|${identityKey(object)}|${part}`;
}
