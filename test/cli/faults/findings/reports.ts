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
  {
    row: '8.3',
    promise:
      'A problem that environments inherit names those that are wrong, with the place of the value and the place that inherits it; where others are right with the same value, the repair leaves them alone.',
    test: [
      'test/unit/load/settings/inherited.test.ts',
      '8.3 names the one that is wrong, both places, and a repair that leaves the others alone',
      '8.3 does not take what an environment lays over it for inherited',
      '8.3 is gone where the environment has replaced the list that holds it',
      '8.3 is taken out of the parent where it is a map, to which a nearer file can only add',
      '8.3 names each file that a wrong map was put together from',
      '8.3 is moved where it is a key that one platform does not know',
      '8.3 says of a cluster that two environments inherit which of them has to change',
      '8.3 names only its place where it is wrong for everybody',
    ],
    more: [['test/unit/report/stops.test.ts', '8.3 is told with the other places that it is about, as %s']],
  },
  {
    row: '8.4',
    promise:
      'What a setting wants is told with its keys; a folder without an environment, settings that nobody reads, an environment in the place of a parent and missing defaults are named as what they are, with their place.',
    test: [
      'test/unit/load/settings/unread-files.test.ts',
      '8.4 without an environment in it is named as such',
      '8.4 whose environment is misspelt says how it is spelt',
      '8.4 alone is named too, where there is no environment at all',
      '8.4 of parents, notes and what is hidden are left alone',
      '8.4 that no environment extends is told, and one that was meant as the defaults says so',
      '8.4 that all environments take from is named where it is missing',
      '8.4 says which keys a map has',
      '8.4 says what the items of a list are',
      '8.4 says what a choice is between, where it is missing',
      '8.4 of an environment is refused, and says what to extend',
      '8.4 of a folder names the files in it',
    ],
    more: [['test/cli/check.test.ts', '8.4 says what can be named where there is no such folder']],
  },
  {
    row: '8.5',
    promise:
      'A type error, two constructs of one id, a package that is not installed, a right that is missing, a link in the place of the output and `await` at the top level end with the repair.',
    test: [
      'test/cli/broken-apps.test.ts',
      '8.5 a package that is not installed',
      '8.5 await at the top level',
      '8.5 a file of a form that is not read',
      '8.5 a name that nobody exports',
      '8.5 two constructs of one id',
      '8.5 a type error, told by the project’s own compiler',
    ],
    more: [
      ['test/unit/write/write-files.test.ts', '8.5 refuses a link that leads nowhere as what it is'],
      ['test/unit/model/system-errors.test.ts', '8.5 ends with the repair for %s'],
      ['test/unit/model/missing-part.test.ts', '8.5 is named where it is not installed: %s'],
      [
        'test/unit/model/system-refusal.test.ts',
        '8.5 does not blame the folder for temporary files for a project that lies below it',
      ],
    ],
  },
];
