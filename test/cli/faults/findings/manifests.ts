import type { Finding } from './finding';

const READ = 'test/unit/load/odd-manifests.test.ts';
const CLI = 'test/cli/manifests.test.ts';

/** Folders of YAML, and other versions of Kubernetes. */
export const MANIFESTS: readonly Finding[] = [
  {
    row: '1.6',
    promise: 'A folder that holds no object ends with exit 2: nothing was judged.',
    test: [
      READ,
      '1.6 an empty folder, or one without YAML, is not valid',
      '1.6 a folder of comments is not valid',
      '1.6 a folder whose only YAML is a symbolic link is not valid',
      '1.6 a pipe in the place of a folder is refused, and nobody waits',
      '1.6 JSON that not everybody reads is told as what it is: %s',
    ],
    more: [[CLI, '1.6 an option that is empty or given twice is refused: %j']],
  },
  {
    row: '1.7',
    promise:
      'All environments are rendered and judged as the version that is asked for, and what that changes is told by cause; “nothing changes” is said too. An unknown version is refused with the list.',
    test: [
      CLI,
      '1.7 apps are judged as another version, and an unknown one is refused with the list',
      '1.7 tells only what changes with the version, and says so where nothing does',
      '1.7 `next` is one minor version above each environment’s own',
    ],
    more: [
      [
        'test/unit/report/rehearsal-text.test.ts',
        '1.7 is told by cause, with how many objects of which environment',
        '1.7 is not what both versions say, in whatever words, and what goes away is counted',
        '1.7 stops a run, and so does an error that stays',
      ],
    ],
  },
  {
    row: '6.1',
    promise:
      'Aliases and merges that exhaust a reader or stand for nothing, values that hold themselves and endless nesting are refused in a folder of YAML, at their document; what an app’s validation throws ends with its place, an answer of AWS of another shape with its operation, and what the system refuses with the file or folder.',
    test: [
      READ,
      '6.1 a chain of aliases is refused, and not expanded',
      '6.1 a chain of merges is refused, and not expanded',
      '6.1 a value that holds itself is refused',
      '6.1 a document that is nested without end is refused',
      '6.1 a document that ends the stack is told once: %j',
      '6.1 an alias that is used as people use it is read',
      '6.1 an alias, a merge or a tag of nothing is told at its line, without what it says: %j',
    ],
    more: [
      [
        'test/cli/silent-apps.test.ts',
        '6.1 a validation that throws',
        '6.1 a validation that throws what cannot be told',
        '6.1 something thrown whose text throws',
        '6.1 an error whose message throws',
        '6.1 something thrown that throws when it is asked what it is',
      ],
      [
        'test/unit/live/odd-answers.test.ts',
        '6.1 an answer of the wrong shape names its operation and field: %s',
        '6.1 an answer of any shape ends a reading as an answer that cannot be used',
        '6.1 an answer of any shape becomes facts that can be read again, or none',
      ],
      ['test/cli/temporary-folder.test.ts', '6.1 TMPDIR that is missing, or a file, ends with its place: %s'],
      ['test/unit/model/system-refusal.test.ts', '6.1 names the file or folder, and what to do'],
    ],
  },
  {
    row: '6.2',
    promise: 'Bytes that are not UTF-8 are refused, as kubectl does.',
    test: [READ, '6.2 bytes that are not UTF-8 are refused'],
  },
  {
    row: '6.3',
    promise:
      'A file of a folder that cannot be read is a finding with its line, and the rest is judged; what kubectl refuses or reads in another way is not read; quoted text may go on over lines that are not indented further, as in Go.',
    test: [
      READ,
      '6.3 what cannot be read is told with its place, and the rest is read',
      '6.3 quoted text, lists and maps in brackets go on over lines that are not indented further',
    ],
    more: [
      [CLI, '6.3 one file that cannot be read is a finding, and the rest is judged'],
      [
        'test/unit/load/contested-yaml.test.ts',
        '6.3 is told, and not read: %j',
        '6.3 is read where both read it alike: %j',
        '6.3 has no key twice, in whatever form: %j',
        '6.3 may have the mark of its encoding before each document',
        '6.3 what looks like a template is told once, with what to do',
        '6.3 whatever has `items` is a list, as to kubectl: its items have the kind of the list where they say none',
        '6.3 JSON is read as JSON: with its escapes, and nothing that only YAML has',
      ],
      [
        'test/contract/yaml-kubectl.test.ts',
        '6.3 reads in its own way what is not read of a folder, and the rest alike',
      ],
    ],
  },
  {
    row: '7.1',
    promise: 'Objects without a namespace are judged in `default`, or where `--namespace` says.',
    test: [
      CLI,
      '7.1 objects without a namespace are in `default`, or where --namespace says',
      '7.1 --namespace is a name that a Namespace can have',
    ],
    more: [['test/unit/checks/rules/budgets-and-claims.test.ts', '7.1 a namespace that is an empty text is absent']],
  },
  {
    row: '7.2',
    promise:
      'In a folder, a namespace that is made elsewhere is *unknown*, once; its Pods are judged at the environment’s policy level.',
    test: [
      'test/unit/checks/rules/arriving.test.ts',
      '7.2 is unknown once for each namespace, and its Pods are judged at the policy level',
      '7.2 is judged as strictly as the environment',
      '7.2 is known where the settings declare the Namespace, and its Pods are judged all the same',
      '7.2 asks nothing of what the platform has, and what a rendered Namespace says stands',
    ],
    more: [
      [
        'test/unit/checks/rules/budgets-and-claims.test.ts',
        '7.2 a Namespace names levels and versions of Pod Security that there are',
      ],
      [CLI, '7.2 a namespace that is made elsewhere is unknown, which fails under --strict'],
    ],
  },
  {
    row: '7.3',
    promise:
      'What the apps of the environment have on the cluster, by the committed output, is there for a folder too, and so is what Kubernetes, EKS and the add-ons that the facts name bring.',
    test: [
      CLI,
      '7.3 what the apps of the environment have on the cluster is there, and --alone leaves it out',
      '7.3 what the apps have is not judged again, and not counted',
      '7.3 says so where no output tells what the apps have',
    ],
    more: [
      [
        'test/unit/checks/rules/operators.test.ts',
        '7.3 are there, by the label that names their object',
        '7.3 are unknown where only the operator knows their labels',
        '7.3 have a Service that an Ingress may name',
        '7.3 carry a label of the object’s name in every row',
      ],
      [
        'test/cli/part-runs-context.test.ts',
        '7.3 a committed file that cannot be read is named, and does not count as absent',
      ],
      [
        'test/unit/checks/rules/platform-objects.test.ts',
        '7.3 comes from Kubernetes itself, wherever the cluster runs',
        '7.3 ends where the names of Kubernetes end',
        '7.3 comes from EKS: its class for volumes, which was the default up to 1.29 and which Auto Mode does not serve',
        '7.3 is judged as what it is: the class of EKS makes EBS volumes',
        '7.3 brings no class for Ingresses, not even with EKS Auto Mode',
        '7.3 comes from the settings of a plain cluster, which name its classes',
        '7.3 comes from the add-on %s, where the facts say that it is installed',
      ],
    ],
  },
  {
    row: '7.5',
    promise:
      'A CustomResourceDefinition in a folder, in an app or in another app is the schema of its objects and says whether they have a namespace; what only the server can judge of it is said once. The definition itself is judged too (`k8s/valid-definition`).',
    test: [
      'test/unit/checks/schema/brought-definitions.test.ts',
      '7.5 is what they are judged by: types, required fields, choices, patterns, ranges, unknown fields',
      '7.5 leaves CEL to the server, and says so once',
      '7.5 takes the place of a pinned definition, and a version it does not serve has none',
      '7.5 asks nothing where the definition itself is wrong: %s',
      '7.5 leaves a pattern to the server that JavaScript may match for ever',
    ],
    more: [
      ['test/unit/checks/rules/budgets-and-claims.test.ts', '7.5 a definition is called by its plural and its group'],
      [
        'test/cli/brought-kinds.test.ts',
        '7.5 have the scope and the schema of their definition, in a full run and in a part',
        '7.5 are judged by it',
      ],
    ],
  },
  {
    row: '7.6',
    promise:
      'The same identity twice, in a folder, an app or two apps, is a finding like any other: it names both places, nothing is written, and nobody can silence it.',
    test: [
      'test/unit/checks/rules/unique-object.test.ts',
      '7.6 in one app are a finding that names both places, which nobody can silence',
      '7.6 in two apps are a finding for each, also where only one of them is rendered',
      '7.6 are laid out once, and never in place of another object',
    ],
    more: [
      [CLI, '7.6 the same identity twice is a finding like any other, and the rest is judged'],
      [
        'test/cli/broken-apps.test.ts',
        '7.6 two objects of one identity: a finding that names both places, and nothing is written',
      ],
    ],
  },
];
