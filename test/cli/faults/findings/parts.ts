import type { Finding } from './finding';

const PARTS = 'test/cli/part-runs.test.ts';
const CONTEXT = 'test/cli/part-runs-context.test.ts';

/** Runs of some environments or apps, or of a folder. */
export const PARTS_OF_A_RUN: readonly Finding[] = [
  {
    row: '2.1',
    promise:
      'A run of some apps writes and compares the projects that their Applications stand in, with the bytes of a full run.',
    test: [
      PARTS,
      '2.1 brings the project of a new owner with its first app, and nothing else',
      '2.1 compares the project: one that is missing, and one whose owner’s declaration has changed',
      '2.1 leaves the project where an app renders nothing any more: others stand in it',
      '2.1 writes, app by app, what a run of everything writes, but for the bootstrap file and idle owners’ projects',
    ],
    more: [
      [
        CONTEXT,
        '2.1 is refused where `gitops.id` is another: the Application of the app would go, with all that it made',
        '2.1 takes the former Application away where that is allowed, and leaves those of other apps',
        '2.1 is refused for an app of another name whose objects the former one left',
      ],
    ],
  },
  {
    row: '2.2',
    promise: '`diff` of some apps compares what `synth` of the same apps would write and remove, and nothing else.',
    test: [
      PARTS,
      '2.2 finds no difference where nothing changed, for each app and environment',
      '2.2 shows the Application that `synth` would remove',
    ],
  },
  {
    row: '2.3',
    promise: 'kubeconform judges a folder of YAML as it judges what apps render; what is right is clean.',
    test: [
      'test/contract/kubeconform.test.ts',
      '2.3 judges a folder of YAML: what is right is clean, and what is wrong is refused at its file, identities that repeat too',
    ],
    more: [
      [
        'test/unit/run/folder-files.test.ts',
        '2.3 is a file for each object, whatever its identity and its text, and none lies elsewhere',
      ],
    ],
  },
  {
    row: '2.4',
    promise: '`--watch` sees, and goes on to see, files and folders that Git and editors replace, with every Node.',
    test: [
      'test/unit/load/watch-files.test.ts',
      '2.4 sees, and goes on to see, what Git and editors replace: %s',
      '2.4 sees a folder that is new, and what is written there later',
    ],
  },
];
