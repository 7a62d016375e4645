import { byRisk, isQuiet } from '../knowledge/risk/risks';
import type { Change } from '../model/change';
import { identityKey } from '../model/identity';
import { type Effect, RISK_TEXT, type Risk } from '../model/risk';
import { foldBy } from './fold';

/** All that changes of one object, in each environment in which exactly that changes. */
export interface DiffBlock {
  readonly environments: readonly string[];
  readonly app: string;
  readonly first: Change;
  readonly changes: readonly Change[];
}

/** Environment → app → object, in the order of the changes; what is the same in several environments is told once. */
export function blocksOf(changes: readonly Change[]): readonly DiffBlock[] {
  const objects = foldBy(changes, ({ environment, app, kind, object }) =>
    [environment, app, kind, identityKey(object)].join('|'),
  ).map(({ first, others }) => [first, ...others] as const);
  return foldBy(objects, (one) => textOf(one)).map(({ first: same, others }) => ({
    environments: [same, ...others].map(([{ environment }]) => environment),
    app: same[0].app,
    first: same[0],
    changes: same,
  }));
}

/** The blocks of the same environments together, in the order in which those come first. */
export function byEnvironments(blocks: readonly DiffBlock[]): readonly (readonly [string, readonly DiffBlock[]])[] {
  return foldBy(blocks, ({ environments }) => environments.join(', ')).map(({ first, others }) => [
    first.environments.join(', '),
    [first, ...others],
  ]);
}

const LIVE = {
  source: [],
  drift: ['changed on the cluster, and Argo CD changes it back'],
  nobody: ['on the cluster, and nobody renders it'],
} as const;

/** What is said beside one change: what it does, and what else. */
export function effectText({ risk, row, live, also = [] }: Change): string | undefined {
  const risks = risk === undefined ? [] : [risk, ...also.map((one) => one.risk)];
  const told = risks.filter((one) => !isQuiet(one) && row !== 'object-renamed');
  const texts = [...(live === undefined ? [] : LIVE[live]), ...told.map((one) => RISK_TEXT[one])];
  return texts.length === 0 ? undefined : texts.join('; ');
}

/** Why an object has each of its classes, the worst first. Of two reasons for one class the first is told; JSON has all. */
export function reasonsOf(changes: readonly Change[]): readonly Effect[] {
  const found = new Map<Risk, Effect>();
  for (const { risk, why, row, also = [] } of changes) {
    const own = risk === undefined || why === undefined || row === undefined ? [] : [{ risk, why, row }];
    for (const effect of [...own, ...also])
      if (isTold(effect) && !found.has(effect.risk)) found.set(effect.risk, effect);
  }
  return [...found.values()].sort((a, b) => byRisk(a.risk, b.risk));
}

/** Of a new place, the line of the object says already that it is made anew. */
function isTold({ risk, row }: Effect): boolean {
  return !isQuiet(risk) && risk !== 'unknown' && row !== 'object-renamed';
}

function textOf(changes: readonly Change[]): string {
  return JSON.stringify(
    changes.map(({ environment: _environment, ...change }) => change),
    (_key, inner: unknown) => (typeof inner === 'bigint' ? `${inner}n` : inner),
  );
}
