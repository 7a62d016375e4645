import type { Finding } from './finding';

const UNDO = 'test/cli/faults/undo.test.ts';
const LOCK = 'test/unit/write/lock.test.ts';

/** The deletion brake and the writer. */
export const DELETION: readonly Finding[] = [
  {
    row: '4.7',
    promise:
      'A lock holds for as long as the process that made it lives: one whose number another process has, of an earlier boot, from the future or emptied by a power cut is taken over. What is not a file is refused at once.',
    test: [
      LOCK,
      '4.7 whose number another process has now is taken over',
      '4.7 with the number of this run is taken over',
      '4.7 that ended, and that its parent has not asked about, is taken over',
      '4.7 on another host counts for an hour, and not until a date in the future',
      '4.7 that a power cut emptied, and the lock of its heir too, hold nobody up',
      '4.7 is refused at once: %s',
      '4.7 is refused at once: a socket',
    ],
  },
  {
    row: '4.8',
    promise:
      'A file that cannot be replaced or removed, found out among the renames, leaves the old tree: what was done is taken back.',
    test: [
      UNDO,
      '4.8 one immutable file among many changes leaves the old tree: %s',
      '4.8 a failure that cannot be taken back, for want of links, is told as what it is',
    ],
  },
];
