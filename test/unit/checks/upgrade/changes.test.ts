import { versionChanges } from '../../../../src/checks/upgrade/version-changes';
import {
  VERSION_CHANGES,
  type VersionChange,
  type VersionChangeId,
} from '../../../../src/knowledge/kubernetes/version-changes';
import type { JsonObject } from '../../../../src/model/json';
import { renderedObject } from '../../../../src/model/rendered-object';
import { minorOf, stepsBetween } from '../../../../src/model/upgrade/path';
import { schemasOf } from '../../../support/schemas';
import { CHANGE_PLANTS } from './change-plants';
import { readyWorld } from './world';

const ROWS = (Object.keys(VERSION_CHANGES) as readonly VersionChangeId[]).map((id) => {
  const row: VersionChange = VERSION_CHANGES[id];
  return { id, row, before: `1.${minorOf(row.since) - 1}`, ...CHANGE_PLANTS[id] };
});

/** What a row says at a step of the way. */
function said(row: VersionChange, objects: readonly JsonObject[], [from, to, step]: readonly [string, string, string]) {
  const { environment } = readyWorld('1.33');
  const entries = versionChanges({
    environment,
    objects: objects.map((value) => renderedObject(value, { environment: 'test', app: 'shop' })),
    schemas: schemasOf(),
    path: { from, to, steps: stepsBetween(from, to), declared: from, today: '2026-12-10', soon: '2027-03-10' },
    step,
  });
  return entries.filter(({ message }) => message === row.what);
}

describe('what a version changes', () => {
  it.each(ROWS)('$id: finds each object that it touches', ({ row, before, wrong }) => {
    const { since } = row;
    for (const one of wrong) expect(said(row, [one], [before, since, since])).not.toEqual([]);
  });

  it.each(ROWS)('$id: says nothing of the smallest corrections', ({ row, before, right }) => {
    expect(said(row, right, [before, row.since, row.since])).toEqual([]);
  });

  it.each(ROWS)('$id: says nothing of an earlier step', ({ row, before, wrong }) => {
    expect(said(row, wrong, ['1.28', before, before])).toEqual([]);
  });

  it.each(ROWS)(
    '$id: is told once on a way that begins there or later, where nothing went away yet',
    ({ row, wrong }) => {
      const after = `1.${minorOf(row.since) + 1}`;
      const last = `1.${minorOf(row.since) + 2}`;
      const atFirst = said(row, wrong, [row.since, last, after]);
      const atSecond = said(row, wrong, [row.since, last, last]);
      expect([atFirst.length > 0, atSecond]).toEqual([row.standing === true, []]);
    },
  );

  it.each(ROWS)('$id: has a source, and a step that is told', ({ row }) => {
    expect([row.see.startsWith('https://'), /^1\.\d+$/.test(row.since)]).toEqual([true, true]);
  });
});
