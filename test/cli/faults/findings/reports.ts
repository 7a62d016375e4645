import type { Finding } from './finding';

/** What a run says when it cannot do what it was asked for. */
export const REPORTS: readonly Finding[] = [
  {
    row: '8.1',
    promise:
      'Whatever stops a run is in the format that was asked for (JSON, SARIF, JUnit, GitHub, Markdown), with file and line; the parser’s own errors too.',
    test: [
      'test/unit/report/stops.test.ts',
      '8.1 is told with its file and line: %s as %s',
      '8.1 is told without a place too, as %s',
      '8.1 names a file in SARIF, since code scanning refuses a result without one',
      '8.1 stands fenced in the place of a comment',
    ],
    more: [
      [
        'test/cli/formats.test.ts',
        '8.1 ARGUMENTS of the parser, and of a command',
        '8.1 ARGUMENTS in a format that the command does not have',
        '8.1 SETTINGS, with its line',
        '8.1 APP_RENDER, with its line',
        '8.1 APP_MODULE, with its line',
        '8.1 TYPES, with its line, as an annotation',
        '8.1 differences of --check, and the deletion that was refused',
        '8.1 markdown, for the comment that waits for it',
        '8.1 a stray error, on the stdout that apps cannot replace',
      ],
    ],
  },
  {
    row: '8.2',
    promise:
      'One cause is told once, with its places, below the counts where there are many. Apps that go as a whole are one refusal.',
    test: ['test/unit/report/text.test.ts', '8.2 put what has one cause into one block, below the counts'],
    more: [
      [
        'test/unit/report/stops-text.test.ts',
        '8.2 tells one cause once, with all its places and the fix at the end',
        '8.2 begins with the counts where there are many',
        '8.2 keeps apart what has no place',
      ],
      [
        'test/unit/write/deletion-brake.test.ts',
        '8.2 tells of many apps that go as a whole in one block, since they have one cause',
      ],
    ],
  },
];
