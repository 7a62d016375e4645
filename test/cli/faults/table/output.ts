import { type Fault, HEALS, proof } from './fault';

const TRAPS = 'test/cli/faults/traps.test.ts';
const AROUND = 'test/cli/faults/surroundings.test.ts';
const PAYLOADS = 'test/cli/faults/payloads.test.ts';
const LIMITS = 'test/cli/faults/limits.test.ts';
const SYNTH = 'test/cli/synth.test.ts';
const DELETION = 'test/cli/deletion.test.ts';
const BRAKE = 'test/unit/write/deletion-brake.test.ts';
const WRITE = 'test/unit/write/write-files.test.ts';
const GOLDEN = 'test/unit/golden.test.ts';

/** What may be in the output folder, or go from it. */
export const OUTPUT: readonly Fault[] = [
  {
    id: 'F-06',
    what: 'something rendered is renamed or removed',
    promise: 'The output is exactly the rendered set; what goes is listed, empty folders go with it.',
    mechanism: ['src/write/compare-files.ts compareFiles', 'src/write/sweep.ts removeEmptyFolders'],
    proof: [
      ...proof(
        'test/unit/properties/write-files.test.ts',
        'is exactly what was rendered last, after any additions, changes, renames and removals',
      ),
      ...proof(BRAKE, 'tells a renamed app as what it is, and what of an app moved elsewhere'),
    ],
  },
  {
    id: 'F-07',
    what: 'far more would be deleted than anybody meant',
    promise:
      'Most of an app, a tenth of one (five at least) or anything that holds data goes only with `--allow-delete`; Git’s HEAD is what it is compared with, and a ConfigMap of another content hash is the same one.',
    mechanism: ['src/write/deletion-brake.ts deletionProblems', 'src/run/commands/synth.ts refuseDeletions'],
    proof: [
      ...proof(
        BRAKE,
        'names what holds data, one by one, and how to allow it',
        'knows an object that moved to another app',
      ),
      ...proof(
        DELETION,
        'of a whole app stop the run until they are allowed, also where somebody emptied the folder since the last commit',
      ),
    ],
  },
  {
    id: 'F-08',
    what: 'the code of an app throws, or does not compile',
    promise: 'Nothing is written before everything is rendered and checked.',
    mechanism: ['src/run/commands/synth.ts synth'],
    proof: proof('test/cli/broken-apps.test.ts', '8.5 a type error, told by the project’s own compiler'),
  },
  {
    id: 'F-09',
    what: 'somebody edits the output by hand',
    promise:
      '`synth --check` names every file that was changed, deleted or added; a file of somebody else is never touched.',
    mechanism: ['src/write/compare-files.ts compareFiles', 'src/load/committed-file.ts requireReadOutput'],
    proof: [
      ...proof(
        AROUND,
        'names every hand edit: a changed line, a deleted file, a file more, a file without its first line',
      ),
      ...proof(WRITE, 'refuses to replace a file of somebody else, and writes nothing'),
    ],
    outside: 'File modes: Argo CD reads bytes, and every file is made with mode 0644, less what the umask takes.',
  },
  {
    id: 'F-10',
    what: 'two objects reach one file name',
    promise:
      'Another identity is another lower-case ASCII path, also where case folds; two objects of one identity are an error that names both.',
    mechanism: [
      'src/knowledge/argocd/output-paths.ts objectPath',
      'src/checks/rules/k8s/unique-object.ts uniqueObject',
    ],
    proof: [
      ...proof(
        'test/unit/knowledge/argocd/output-paths.test.ts',
        'is another for another identity, also where case folds, and holds nothing that leads elsewhere',
      ),
      ...proof(
        'test/cli/broken-apps.test.ts',
        '7.6 two objects of one identity: a finding that names both places, and nothing is written',
      ),
    ],
    outside: 'Names that Windows reserves: the output is written on Linux and macOS.',
  },
  {
    id: 'F-11',
    what: 'a name leads out of the output folder',
    promise:
      'Names of apps and environments are checked before use; those of objects become part of a file’s name, never of a way.',
    mechanism: [
      'src/knowledge/argocd/output-paths.ts encode',
      'src/load/app-modules.ts findAppModules',
      'src/load/settings/settings-folders.ts wrongName',
    ],
    proof: proof(
      PAYLOADS,
      'as an object’s %s reach one file, in one folder below the app’s',
      'as files in %s/ are refused, and nothing is written',
      'on the command line are refused, and nothing is written',
    ),
  },
  {
    id: 'F-12',
    what: 'links in the output, planted before or during a run',
    promise: 'No link is followed, read or written through, and none is ever written.',
    mechanism: ['src/write/output-folder.ts requireRealFolder', 'src/write/compare-files.ts entriesOf'],
    proof: proof(
      TRAPS,
      'to a folder, at %s, are neither read nor written through',
      'to a file, at %s, are refused',
      'that come while the run is writing are seen before the first rename',
      'are never part of what is written',
    ),
  },
  {
    id: 'F-13',
    what: 'the output folder is the root, the home, the project or .git',
    promise: 'It is refused before anything in it is read. A folder with files of others keeps them all.',
    mechanism: ['src/write/output-folder.ts requireUsableFolder'],
    proof: [
      ...proof(WRITE, 'follows no link, and refuses folders that a mistake would make costly'),
      ...proof(
        PAYLOADS,
        'on the command line are refused, and nothing is written',
        'with files of others keeps them all, whatever is rendered',
      ),
    ],
    outside: 'A marker file: the first line of each file says whose it is, and nothing else is ever deleted.',
  },
  {
    id: 'F-14',
    what: 'a file that Argo CD, kustomize or Git reads as something else',
    promise: 'Every file is called after its kind and ends in `.yaml`; none has a name with another meaning.',
    mechanism: ['src/knowledge/argocd/output-paths.ts fileName'],
    proof: [
      ...proof(PAYLOADS, 'as an object’s %s reach one file, in one folder below the app’s'),
      ...proof(
        GOLDEN,
        'holds rendered YAML only, with the header, in allowed paths, each file read as an object by Argo CD',
      ),
    ],
  },
  {
    id: 'F-27',
    what: 'an app grows beyond what Argo CD reads',
    promise: 'Ten million bytes for one Application are accepted, one more is refused with what to do.',
    mechanism: ['src/gitops/folder-size.ts folderSizeProblems'],
    proof: [
      ...proof('test/unit/gitops/folder-size.test.ts', 'may be what Argo CD reads, to the byte, and no byte more'),
      ...proof(LIMITS, 'is refused before anything is written'),
    ],
  },
  {
    id: 'F-28',
    what: 'only one app or environment is rendered',
    promise: 'Everything else stays as it is, stale files too.',
    mechanism: ['src/run/survey/scope.ts writeScope'],
    proof: [
      ...proof(SYNTH, 'writes one app and its Application only, with the findings of a full run'),
      ...proof(WRITE, 'touches nothing outside its scope, no file of somebody else, and removes folders it emptied'),
    ],
  },
  {
    id: 'F-35',
    what: 'Git converts line ends',
    promise: 'The output comes back byte for byte under every setting of `core.autocrlf` and `core.eol`.',
    mechanism: ['.gitattributes dist/**'],
    proof: proof(AROUND, 'comes back byte for byte with core.autocrlf=%s and core.eol=%s'),
  },
  {
    id: 'F-36',
    what: 'somebody commits while a run is writing',
    promise: 'Git and Argo CD pass over temporary files and locks, and `synth --check` refuses a half-new output.',
    mechanism: ['.gitignore cdk8s-eks-tmp', 'src/model/file-spec.ts TEMPORARY'],
    proof: [...proof(AROUND, 'is all that `git add` takes while a run is writing'), ...HEALS],
  },
  {
    id: 'F-37',
    what: 'the source changed and nobody rendered',
    promise: '`synth --check` renders again and fails on one byte of difference; `npm test` does the same.',
    mechanism: ['src/run/commands/synth.ts synth'],
    proof: [
      ...proof(SYNTH, 'changes one environment when one value of it changes'),
      ...proof(GOLDEN, 'dist/, for all environments'),
    ],
  },
];
