import type { Finding } from './finding';

/** What must not leave the program, and what it must not say as if it were its own. */
export const SECRETS: readonly Finding[] = [
  {
    row: '5.1',
    promise:
      'No value of a Secret is in anything that is told: messages, exceptions of user code and their causes, findings of rules and of other judges, differences; in no format, also where it is cut, encoded, or quoted by another object, a password inside of a longer value too; however many and long they are, and also where user code hands in what cannot be read.',
    test: [
      'test/unit/model/secret-values.test.ts',
      '5.1 is in no text: %s',
      '5.1 is in no text: a line of a key',
      '5.1 is in no text: the middle of it, as JSON.parse quotes %s',
      '5.1 is in no text: an annotation, and the copy of what was applied',
      '5.1 is in no text: of a Secret that another object carries',
      '5.1 is told by its beginning, where the text goes on in another way',
      '5.1 is found in no time: %s',
    ],
    more: [
      ['test/unit/run/stray-errors.test.ts', '5.1 does not print what a Secret of an app holds, nor does its cause'],
      [
        'test/unit/render/secrets.test.ts',
        '5.1 a JSON patch that fails on a Secret does not print the Secret',
        '5.1 an exception of user code that quotes a Secret does not print it',
        '5.1 a lazy Secret is as secret',
        '5.1 a value that a JSON patch adds is as secret as any',
        '5.1 of an object that cannot be read is told, and no Secret: %s',
      ],
      [
        'test/cli/secrets.test.ts',
        '5.1 a number of a Secret that no file can hold is not printed',
        '5.1 a rule that quotes what a Secret holds too does not print it',
        '5.1 a difference in a Secret is told without its values',
      ],
    ],
  },
  {
    row: '5.2',
    promise:
      'A Secret is refused also as the copy of what a tool applied, in any annotation of any object, inside an object that carries others, and as JSON in a ConfigMap.',
    test: [
      'test/cli/secrets.test.ts',
      '5.2 a Secret without data, but with a copy of what kubectl applied, is refused and not printed',
    ],
  },
  {
    row: '5.3',
    promise:
      'Whatever somebody wrote is shown and never sent: escapes, controls, changes of direction, lines that a workflow would run. Errors and reports go through one escaping, and what is written to a terminal or a pipe through a net below it.',
    test: [
      'test/unit/report/escape.test.ts',
      '5.3 does not come through an error: message, path, file, fix, picture',
      '5.3 indents what follows the first, and starts no order to a runner',
    ],
    more: [
      [
        'test/cli/formats.test.ts',
        '5.3 shows what it does not send, in the parser’s words too',
        '5.3 passes the net, and keeps its lines',
      ],
    ],
  },
];
