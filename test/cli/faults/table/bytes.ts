import { type Fault, OFFLINE, proof } from './fault';

const TRAPS = 'test/cli/faults/traps.test.ts';
const AROUND = 'test/cli/faults/surroundings.test.ts';
const GOLDEN = 'test/unit/golden.test.ts';

/** What may change the bytes without anybody changing the source. */
export const BYTES: readonly Fault[] = [
  {
    id: 'F-15',
    what: 'another clock, zone, language, host, user, folder or umask',
    promise: 'The same bytes.',
    mechanism: ['src/model/order.ts byCodeUnit'],
    proof: proof(
      AROUND,
      'are the same under $LC_ALL and $TZ',
      'are the same through a link to the project, and under another umask',
    ),
    outside: 'Other versions of Node and other systems run in CI, not in one test run.',
  },
  {
    id: 'F-16',
    what: 'folders are listed in another order',
    promise: 'The same bytes.',
    mechanism: ['src/model/order.ts byCodeUnit', 'src/render/layout.ts layout'],
    proof: OFFLINE,
  },
  {
    id: 'F-17',
    what: 'an app looks at the clock or rolls dice',
    promise: 'The next `synth --check` renders something else and names the file, so it never passes CI.',
    mechanism: ['src/run/commands/synth.ts synth'],
    proof: proof(AROUND, 'of an app that looks at the clock never pass --check'),
    outside:
      'A second rendering in the same run: it would double the time of every run to tell the same thing a step earlier.',
  },
  {
    id: 'F-18',
    what: 'environment variables of the person who runs it',
    promise: 'None reaches the output: not one of a hundred, nor AWS’s and kubectl’s own.',
    mechanism: ['src/run/survey/survey-project.ts surveyProject'],
    proof: proof(AROUND, 'hold nothing of a hundred variables, of the host or of its paths'),
    outside: 'An app that reads `process.env` itself: apps are code, and their review is the gate.',
  },
  {
    id: 'F-30',
    what: 'there is no network',
    promise: 'Rendering and checking need none; schemas and types are in the repository.',
    mechanism: ['src/load/schemas.ts loadSchemas'],
    proof: OFFLINE,
  },
  {
    id: 'F-34',
    what: 'a string that YAML reads as something else, or a disk that keeps something else',
    promise: 'Every reader gets the value that was rendered; what was written is read back before it takes its name.',
    mechanism: ['src/render/yaml/stringify.ts stringifyYaml', 'src/write/new-file.ts requireSame'],
    proof: [
      ...proof(
        'test/unit/properties/yaml.test.ts',
        'reads back as what was written, in both versions, and is written the same again',
      ),
      ...proof('test/contract/yaml-go.test.ts', 'read every hazard as it was written, in every position'),
      ...proof(TRAPS, 'a disk that gives other bytes back than it took is found out before the first rename'),
    ],
  },
  {
    id: 'F-38',
    what: 'a new version of this tool changes the bytes',
    promise:
      'The committed output of the example environments is compared byte for byte with every change of the source.',
    mechanism: ['test/unit/golden.test.ts regenerated'],
    proof: proof(GOLDEN, 'dist/, for all environments'),
    outside: 'The output of earlier releases: there is none yet.',
  },
];
