import type { Finding } from './finding';

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
];
