import fc from 'fast-check';
import type { TextEdit } from '../../../src/model/text-edit';
import { editYaml } from '../../../src/write/release-text';
import { AFTER, BEFORE, draft } from '../../support/release-drafts';

const RUNS = 200;

const IMAGE = ['apps', 'shop', 'images', 'web'];
const FLAG = ['apps', 'shop', 'flags', 'mode'];

/** Whether the second text is the first with something added in one place. */
function isInsertion(before: string, after: string): boolean {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  return after.endsWith(before.slice(start));
}

describe('release.yaml in any form', () => {
  it(`bump and promote keep every other byte, of ${RUNS} files`, () => {
    const edits: readonly TextEdit[] = [
      { path: [...IMAGE, 'tag'], value: AFTER.tag },
      { path: [...IMAGE, 'digest'], value: AFTER.digest },
      { path: FLAG, value: AFTER.flag },
    ];
    fc.assert(
      fc.property(draft, (write) => {
        expect(editYaml(write(BEFORE), edits)).toBe(write(AFTER));
        expect(editYaml(write(BEFORE), [])).toBe(write(BEFORE));
      }),
      { numRuns: RUNS },
    );
  });

  it(`what is new is added in one place, of ${RUNS} files`, () => {
    const edits: readonly TextEdit[] = [
      { path: [...IMAGE.slice(0, 3), 'new'], value: { repository: 'ghcr.io/e/new', tag: '1' } },
      { path: [...IMAGE, 'size'], value: 'large' },
      { path: ['apps', 'third', 'flags', 'on'], value: true },
      { path: ['source'], value: 'v1' },
    ];
    fc.assert(
      fc.property(draft, fc.constantFrom(...edits), (write, edit) => {
        const before = write(BEFORE);
        const after = editYaml(before, [edit]);
        expect(isInsertion(before, after)).toBe(true);
        // Maps that were made on the way stay.
        if (edit.path[1] === 'third') return;
        const back = editYaml(after, [{ ...edit, value: undefined }]);
        expect(back.trimEnd()).toBe(before.trimEnd());
      }),
      { numRuns: RUNS },
    );
  });
});
