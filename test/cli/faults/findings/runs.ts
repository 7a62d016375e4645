import type { Finding } from './finding';

/** What a run takes, what it says, and what it writes. */
export const RUNS: readonly Finding[] = [
  {
    row: '6.4',
    promise:
      'Settings and folders of YAML of more lines than anybody writes are refused before they are read, whatever the lines hold; a map of many keys is read in the time of each of them.',
    test: [
      'test/unit/load/settings/many-lines.test.ts',
      '6.4 1 MiB of %s is refused at the first line too many, before any of it is read',
      '6.4 as many lines as are allowed are read, whatever is in them',
    ],
    more: [
      [
        'test/unit/load/odd-manifests.test.ts',
        '6.4 forty thousand keys of a map are read in the time that they take one by one',
        '6.4 more lines than anybody writes are refused, and not read one by one',
      ],
    ],
  },
  {
    row: '6.5',
    promise:
      'What is read as a whole is a regular file of a limited size: settings, facts, modules and what they import, YAML to be judged, output. An answer of AWS that drips, floods or has no last page is given up, and a value that leads to itself in 2^40 ways is refused.',
    test: [
      'test/unit/load/settings/project-file.test.ts',
      '6.5 a pipe in the place of settings or facts is refused at once',
      '6.5 facts of 300 MB are refused unread',
    ],
    more: [
      [
        'test/unit/load/regular-files.test.ts',
        '6.5 a pipe that is to be judged as YAML is refused at once',
        '6.5 a pipe in the place of %s is refused before the bundler waits for it',
        '6.5 a module or a text of 300 MB is refused unread',
        '6.5 a link to an app is followed, and one to nothing is told',
        '6.5 committed output of 3 GB is somebody else’s, and not read',
        '6.5 output of more than any file of ours has is left as it is',
        '6.5 a pipe in the place of a file that is written is replaced, and not read',
      ],
      [
        'test/unit/live/odd-answers.test.ts',
        '6.5 a body that drips for ever is given up',
        '6.5 a body without an end is read up to its limit',
        '6.5 pages without an end are read up to a limit',
      ],
      [
        'test/unit/render/lost-values.test.ts',
        '6.5 a value with 2^40 paths is refused with a limit: %s',
        '6.5 values with 2^40 paths in a Secret keep no message from being told',
        '6.5 an object may hold one value in a few places, and many objects as much as they like',
      ],
    ],
  },
  {
    row: '6.6',
    promise:
      'Settings and facts that are links to files outside the project are refused, and nothing of them is shown.',
    test: [
      'test/unit/load/settings/project-file.test.ts',
      '6.6 settings that are a link to a file outside the project are refused, and not shown',
      '6.6 a link to a file of the project is followed',
    ],
  },
  {
    row: '6.7',
    promise:
      'YAML of the project that an app includes is found from its module, under `--sandbox` and `--verify-determinism` too; what is not there, or not YAML, is told at the line that includes it.',
    test: [
      'test/cli/included-files.test.ts',
      '6.7 is found from the app’s module or from the project, wherever the run is started',
      '6.7 is the same under --sandbox and --verify-determinism',
      '6.7 is refused at the line that includes it: %s',
      '6.7 an address that cannot be read is told in one sentence, at its line: %s',
      '6.7 a file that is not there is told by its path also where it lies outside the project',
      '6.7 is a file of the project: the sandbox reads no other, not by a link either',
    ],
    more: [['test/cli/watch.test.ts', '6.7 a file outside apps/ that an app includes is an input of it']],
  },
  {
    row: '6.8',
    promise: 'The exit code of a run stands, whatever an app does while its process ends.',
    test: ['test/cli/process-end.test.ts', '6.8 of the run stands, whatever an app does at its end: %s'],
    more: [
      ['test/cli/stray-errors.test.ts', '6.8 fails the run, and nothing is written: %s', '6.8 fails the run too: %s'],
    ],
  },
  {
    row: '8.6',
    promise:
      'The program says its version, and its help ends with examples and the exit codes. It obeys `NO_COLOR` and `FORCE_COLOR`, wraps its lines on a terminal, and links each rule to a page. Files of an editor are not an edit, and a missing namespace is told once.',
    test: ['test/cli/help.test.ts', '8.6 says its version', '8.6 shows examples and exit codes in its help'],
    more: [
      ['test/unit/run/affected-apps.test.ts', '8.6 are not an edit: %s', '8.6 are not all files: %s'],
      ['test/unit/report/sarif.test.ts', '8.6 link each rule to a page, one of an outside judge too'],
      ['test/unit/checks/rules/arriving.test.ts', '8.6 is told once, not once per object'],
      ['test/unit/cli/output.test.ts', '8.6 goes to %j under %j: %s'],
      [
        'test/unit/report/wrap.test.ts',
        '8.6 continue further in, between words',
        '8.6 keep a word that is longer than the terminal, so that it can be copied',
        '8.6 do not count colours, and count wide characters twice',
        '8.6 are left alone in a pipe, and on a terminal of a few columns',
      ],
    ],
  },
  {
    row: '8.7',
    promise: 'JSON in rendered YAML needs no backslashes, and an item of a list begins with its name.',
    test: [
      'test/unit/render/yaml/stringify.test.ts',
      '8.7 puts %s between single quotes, without a backslash',
      '8.7 keeps double quotes where single ones would need an escape too',
      '8.7 puts the name of an item of a list first, and of nothing else',
    ],
  },
  {
    row: '9.9',
    promise: 'Environments may run Kubernetes 1.37; its schemas, typed constructs and safe sysctls are known.',
    test: [
      'test/unit/knowledge/kubernetes-versions.test.ts',
      '9.9 every version that environments may run has a pinned source and a schema, and no other has',
      '9.9 the newest is 1.37, whose typed constructs imports/k8s.ts holds',
    ],
    more: [
      ['test/unit/checks/reads/safe-sysctls.test.ts', '9.9 %s is safe from 1.37 of the standard on, and not before'],
    ],
  },
];
