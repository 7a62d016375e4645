import { type Fault, OFFLINE, proof } from './fault';

const WRITER = 'test/cli/faults/writer.test.ts';
const PAYLOADS = 'test/cli/faults/payloads.test.ts';
const LIMITS = 'test/cli/faults/limits.test.ts';
const SYNTH = 'test/cli/synth.test.ts';
const GOLDEN = 'test/unit/golden.test.ts';
const ESCAPE = 'test/unit/report/escape.test.ts';
const RULES = 'test/cases/rules.test.ts';
const CLAIM = 'speaks on two mistakes or more, in these words';
const FAILED = '%s at any call leaves the old tree, or changes nothing about the new one';

/** What may be wrong, or hostile, in what is read and rendered. */
export const INPUT: readonly Fault[] = [
  {
    id: 'F-19',
    what: 'a secret would be committed',
    promise: 'A Secret with data is never written.',
    mechanism: ['src/checks/rules/policy/ban-secret-data.ts banSecretData'],
    proof: [
      ...proof(RULES, CLAIM),
      ...proof(PAYLOADS, 'is in no message, no report and no file, however it is refused'),
      ...proof(GOLDEN, 'holds no Secret, and no app’s folder holds what steers Argo CD'),
    ],
    outside:
      'Guessing secrets in other strings: scanners of repositories do that for all files, the sources of the apps too.',
  },
  {
    id: 'F-20',
    what: 'a secret in a log',
    promise: 'What stands in a Secret is in no message and no report.',
    mechanism: ['src/checks/rules/k8s/valid-schema.ts withoutValue'],
    proof: proof(PAYLOADS, 'is in no message, no report and no file, however it is refused'),
  },
  {
    id: 'F-21',
    what: 'keys such as `__proto__` in settings',
    promise: 'They are refused where they stand, and no prototype changes.',
    mechanism: ['src/load/settings/plain-data.ts __proto__', 'src/load/settings/merge.ts mergeSettings'],
    proof: proof('test/unit/properties/settings.test.ts', 'leave every prototype as it was'),
  },
  {
    id: 'F-22',
    what: 'a ConfigMap whose key is `__proto__` or `constructor`',
    promise: 'It is rendered as it is.',
    mechanism: ['src/render/yaml/stringify.ts stringifyYaml'],
    proof: proof(
      'test/unit/render/yaml/stringify.test.ts',
      'keeps keys that JavaScript treats in a special way, also without a prototype',
    ),
  },
  {
    id: 'F-23',
    what: 'a settings file made to exhaust the parser',
    promise: 'One mebibyte, 64 levels, 50,000 values and no alias; the message names the limit.',
    mechanism: ['src/load/settings/yaml-budget.ts budgetProblem'],
    proof: proof(
      'test/unit/load/settings/read-yaml.test.ts',
      'is not expanded: an alias is refused where it stands',
      'has its errors told up to twenty, and the rest counted',
    ),
  },
  {
    id: 'F-24',
    what: 'broken YAML of somebody else',
    promise:
      'Every error and every duplicate key is a finding with its place, and the rest is judged; nothing is repaired.',
    mechanism: ['src/load/manifests.ts loadManifests', 'src/checks/rules/k8s/valid-file.ts validFile'],
    proof: proof(
      'test/cli/check.test.ts',
      'wants one environment for a folder, and YAML that every reader takes the same way',
    ),
  },
  {
    id: 'F-25',
    what: 'JavaScript and Go read YAML in two ways',
    promise: 'What is written reads the same in the parsers of kubectl, Argo CD and kustomize.',
    mechanism: ['src/render/yaml/stringify.ts stringifyYaml'],
    proof: proof('test/contract/yaml-go.test.ts', 'read what was written, for 100,000 models'),
    outside: 'Without Go the contract suites say that they did not ask it.',
  },
  {
    id: 'F-26',
    what: 'very many objects on a small machine',
    promise: 'Files are written one at a time: thirty-two open ones are enough for thousands.',
    mechanism: ['src/write/stage.ts writeNew'],
    proof: [...proof(LIMITS, 'may be 32 open files, for 3,000 files'), ...proof(WRITER, FAILED)],
    outside: 'Time and memory for 100,000 objects are measured by a benchmark, not by a test.',
  },
  {
    id: 'F-29',
    what: 'code in a data file',
    promise:
      'Settings are data: a tag is refused, and a run starts esbuild, Git and the project’s own compiler, nothing else and never through a shell.',
    mechanism: ['src/load/settings/read-yaml.ts parseSettings'],
    proof: [...proof('test/cases/settings.test.ts', '%s is refused with all that is wrong'), ...OFFLINE],
  },
  {
    id: 'F-31',
    what: 'a package that this one depends on is taken over',
    promise: 'Few dependencies, each an exact version with a hash, none with a script that runs when it is installed.',
    mechanism: ['package.json allowScripts'],
    proof: [
      ...proof(LIMITS, 'are few, exact, locked with a hash each, and run no script when they are installed'),
      ...proof(
        'test/package/package.test.ts',
        'holds the tool, its types and its schemas, and neither sources nor tests',
      ),
    ],
    outside: 'Provenance and an SBOM belong to a release, and there is none yet.',
  },
  {
    id: 'F-32',
    what: 'a hostile library in an app',
    promise: 'What it renders is checked and reviewed as text, like everything else.',
    mechanism: ['src/checks/registry.ts RULES'],
    proof: proof(GOLDEN, 'dist/, for all environments'),
    outside:
      'A sandbox: apps are programs of the team that runs them, and bundling them starts a process, which Node’s permission model does not let through.',
  },
  {
    id: 'F-33',
    what: 'names that a terminal or a CI log would obey',
    promise: 'Escapes, line breaks, workflow commands and changes of direction are shown, not sent.',
    mechanism: ['src/grammar/visible-text.ts oneLine'],
    proof: proof(
      ESCAPE,
      'does not come through a report for people',
      'is text like any other in a report for machines',
    ),
  },
  {
    id: 'F-39',
    what: 'values of one environment in another',
    promise: 'Account ids, clusters and domains of another environment are refused, and environments share no file.',
    mechanism: ['src/checks/rules/eks/ban-foreign-value.ts banForeignValue'],
    proof: [...proof(RULES, CLAIM), ...proof(SYNTH, 'changes one environment when one value of it changes')],
  },
  {
    id: 'F-42',
    what: 'Argo CD itself is turned against the cluster',
    promise:
      'Applications and projects come from settings only; `Replace=true`, `Force=true`, hooks that are not Jobs and copied tracking ids are refused, or silenced with a reason.',
    mechanism: [
      'src/checks/rules/policy/valid-argocd-annotation.ts validArgocdAnnotation',
      'src/checks/reads/ownership.ts kindRefusal',
    ],
    proof: [
      ...proof(RULES, CLAIM),
      ...proof(GOLDEN, 'holds no Secret, and no app’s folder holds what steers Argo CD'),
      ...proof(
        'test/unit/gitops/project.test.ts',
        'is written from its owner’s declaration, is there before its Applications and outlives them',
      ),
    ],
  },
  {
    id: 'F-43',
    what: 'pruning takes data, or an address, with it',
    promise:
      'Namespaces, claims, volumes, definitions, classes, StatefulSets and load balancers go only after somebody confirms.',
    mechanism: ['src/gitops/sync-annotations.ts optionsFor'],
    proof: proof(
      'test/unit/gitops/sync-annotations.test.ts',
      'a Service with a load balancer keeps its address until somebody confirms',
      'what the author set is kept',
    ),
  },
];
