import type { Finding } from './finding';

const PAGES = 'test/unit/docs/run-pages.test.ts';

/** The first hour with the package, and what is installed. */
export const NEWCOMER: readonly Finding[] = [
  {
    row: '9.1',
    promise:
      'The README’s words hold in this repository and in an empty folder: `init`, `npm install`, `npm test`, `npm run synth`, its first app and the mistake in it. `init` overwrites nothing and leaves nothing half written.',
    test: [
      'test/package/newcomer.ts',
      '9.1 the README begins with a project of one’s own',
      '9.1 what init writes is green: its test, its types, synth, and synth again',
      '9.1 the README’s first app is green in a repository of one’s own, and its mistake is found',
    ],
    more: [
      [
        'test/cli/readme.test.ts',
        '9.1 has a first app of under 30 lines that renders in this repository, in every environment',
        '9.1 changes one environment with one value of it, as it says',
      ],
      ['test/contract/newcomer.test.ts', '9.1 the README’s commands are green, with npm, in an empty folder'],
      [
        'test/unit/write/new-project.test.ts',
        '9.1 is refused, with what is in the way',
        '9.1 leaves nothing behind when it cannot be written',
      ],
      [
        'test/unit/run/init/new-project.test.ts',
        '9.1 explains every key that the schema has',
        '9.1 shows values that are right',
        '9.1 is not called what npm installs into it: %s',
      ],
    ],
  },
  {
    row: '9.2',
    promise:
      'Constructs work in a cdk8s App of one’s own and under `Testing.synth`, with an environment that is provided to any scope; without one, the message says how.',
    test: [
      'test/unit/charts/shared/provide-environment.test.ts',
      '9.2 says how to provide an environment where nobody did',
      '9.2 says how to name the app where an environment is provided to a whole App',
      '9.2 renders what an app of defineApp renders, but for the labels of its chart',
      '9.2 has an environment for each chart, or one for the App',
      '9.2 reads images of the release of the app that is named',
      '9.2 is refused in the same words as elsewhere',
      '9.2 is completed as the file is',
      '9.2 is refused with all that is wrong',
      '9.2 is refused where it is not a map: %j',
      '9.2 is refused where it holds itself',
      '9.2 is refused with a parent, which nobody would read',
      '9.2 is refused under a name that the project does not have',
    ],
    more: [
      ['test/unit/charts/shared/plain-app.test.ts', '9.2 render the same in a cdk8s App of one’s own: apps/%s'],
      [PAGES, '9.2 renders as a cdk8s App does, for one environment and for two'],
    ],
  },
  {
    row: '9.3',
    promise:
      'The package has `main`, `types`, `typesVersions`, `repository` and `homepage`, so that CommonJS projects with the old resolution find its types; it holds its pages, and no link in them is dead.',
    test: [
      'test/package/doors.ts',
      '9.3 says where its code and types are, also to those who do not read `exports`',
      '9.3 has types for a CommonJS project of TypeScript 5, such as `cdk8s init` makes, and for newer ones',
      '9.3 is required by its doors',
      '9.3 links from its pages to pages and headings that it holds',
      '9.3 says where it comes from, as the settings of the reference platform do',
    ],
  },
  {
    row: '9.4',
    promise: '`cdk8s-eks/testing` and `cdk8s-eks/checks` have a page each, whose code is compiled and run.',
    test: [PAGES, '9.4 the code of docs/testing.md', '9.4 judges what apps render', '9.4 judges a folder of YAML'],
  },
  {
    row: '9.5',
    promise:
      'Every type that a public signature names is exported. Each construct has a page: its properties with type, default, range and effect, what it offers, an example that is compiled; a property without a doc comment is refused. The kinds of `k8s` have doc comments of facts: values, ranges, what is required or cannot be changed, since when, and the address of the reference.',
    test: [
      'test/unit/scripts/constructs.test.ts',
      '9.5 has a page for each construct that the package exports, and the list names it',
      '9.5 says of every property what it does',
      '9.5 is refused for a property, an attribute or a type without a doc comment',
    ],
    more: [
      [
        'test/unit/imports/schemas.test.ts',
        '9.5 are before every kind, with the address of its reference',
        '9.5 say what the server asks beside the published types',
      ],
      [
        'test/unit/scripts/api.test.ts',
        '9.5 finds the types of definitions that an exported one names, unless the whole file is exported',
      ],
      [
        'test/unit/golden.test.ts',
        '9.5 the pages of docs/, and no signature of the public API names a type that is not exported',
      ],
    ],
  },
  {
    row: '9.6',
    promise:
      'The type check of a run looks at the apps and what they use; errors in tests, and in what only tests use, stop no run.',
    test: [
      'test/unit/referee/types-of-tests.test.ts',
      '9.6 in a test, or in what only tests use, stop no run',
      '9.6 in a test that lies beside its app stop no run, unless the app uses it',
      '9.6 in an app, and in what an app uses too, stop it, and are told without those of tests',
      '9.6 in what an app uses only for its types, or by the way, stop it',
      '9.6 in declarations for all, and of the configuration itself, stop it',
    ],
  },
  {
    row: '9.7',
    promise: 'A copy of an environment under a new name, with a cluster of its own, is clean: no app reads that name.',
    test: ['test/cli/new-environment.test.ts', '9.7 of an EKS environment, under another name, has no error'],
  },
  {
    row: '9.8',
    promise:
      'One package of one version is installed beside the peers; all else, the AWS SDK too, is in the package’s own files. No install script is needed.',
    test: [
      'test/package/contents.ts',
      '9.8 needs esbuild and its peers, and nothing else',
      '9.8 has types that name nothing else',
      '9.8 reads facts with the SDK that it holds',
    ],
    more: [['test/contract/newcomer.test.ts', '9.8 is installed without any install script']],
  },
];
