import type { Finding } from './finding';

const UNDO = 'test/cli/faults/undo.test.ts';
const REPLACED = 'test/unit/write/replaced-objects.test.ts';
const LOCK = 'test/unit/write/lock.test.ts';

/** The deletion brake and the writer. */
export const DELETION: readonly Finding[] = [
  {
    row: '4.1',
    promise:
      'One list says which kinds hold data, machines or an address: the brake stops their deletion, Argo CD waits for a confirmation, `diff` names the risk. `gitops.protect` adds kinds to it.',
    test: [
      'test/unit/knowledge/irreplaceable/kinds.test.ts',
      '4.1 waits in Argo CD until somebody confirms',
      '4.1 is told by the deletion brake, with what is lost',
      '4.1 is a risk in `diff`',
      '4.1 has what was removed without a word',
      '4.1 has what several controllers make of AWS, and was removed without a word: %s %s',
      '4.1 grows with the settings, for Argo CD, for the brake and for `diff`',
    ],
  },
  {
    row: '4.2',
    promise:
      'An object under another name or in another namespace is another one: replacing most of an app is refused as a deletion, whatever the app’s size and whatever comes instead.',
    test: [
      REPLACED,
      '4.2 does not count, whatever the size of the app: %s',
      '4.2 is told',
      '4.2 is not asked for where each is allowed by itself',
    ],
    more: [
      [
        'test/cli/deletion.test.ts',
        '4.2 of most of a small app, under other names, are refused; ids that allow nothing are told, and with --check refused',
      ],
    ],
  },
  {
    row: '4.3',
    promise:
      'Applications of apps that stay are not deleted: another `gitops.id`, another namespace of Argo CD or no `gitops` at all is refused, with what it means. So is dropping the project of an owner that keeps Applications elsewhere.',
    test: [
      REPLACED,
      '4.3 are not replaced by those of another `gitops.id`',
      '4.3 do not move to another namespace of Argo CD',
      '4.3 do not go with the setting that made them',
      '4.3 do not matter where the app goes with its Application',
      '4.3 does not go while others may keep Applications in it',
      '4.3 goes where all of its Applications are rendered here',
    ],
  },
  {
    row: '4.4',
    promise:
      'What owns an address is protected like what holds data: of a Service, the committed object says whether it has a load balancer, and one that cannot be read counts as one that has. A Service that stays and gives its load balancer back is refused like one that goes.',
    test: [
      'test/unit/knowledge/irreplaceable/kinds.test.ts',
      '4.4 is told also where the object cannot be read, and not of one that holds nothing',
    ],
    more: [
      ['test/cli/deletion.test.ts', '4.4 of a load balancer, whose Service stays, stop the run until they are allowed'],
    ],
  },
  {
    row: '4.5',
    promise:
      'Where Git does not say what was committed, no output is replaced: neither without Git nor with a repository, a branch, a submodule, a work tree or contents that it cannot read. Only `--allow-delete no-base` says otherwise; in a new repository a first run works.',
    test: [
      'test/cli/deletion-base.test.ts',
      '4.5 no git on PATH: the output is not replaced',
      '4.5 a repository of another user: the output is not replaced',
      '4.5 variables that say where objects lie are passed over',
      '4.5 HEAD on a branch without a commit: the output is not replaced',
      '4.5 a branch that a power cut emptied, a HEAD of garbage, objects that are lost: the output is not replaced',
      '4.5 which is not checked out is not replaced',
      '4.5 is a new repository, and a first branch for the output: a first run works',
      '4.5 is accepted by name, and what lies on the disk is compared all the same',
    ],
    more: [
      [
        'test/unit/load/head.test.ts',
        '4.5 around an output is a submodule that is not checked out: it is refused',
        '4.5 in a repository whose settings say it has no work tree, or another: it is refused',
        '4.5 where a repository without any of it was made inside: the one around it is asked',
        '4.5 of a clone without contents, whose remote is gone: no object is judged',
      ],
    ],
  },
  {
    row: '4.6',
    promise:
      'Only a ConfigMap whose name ends in the hash of its own content has a successor under another name; a date behind a name is a name. The hash is that of what is rendered, whatever changes the content.',
    test: [
      REPLACED,
      '4.6 has a successor, also as the only object of an app',
      '4.6 is one of another name where its content says so, or cannot be read',
      '4.6 is never one with a date behind its name',
      '4.6 has one successor, and no more than one',
      '4.6 is never a Secret: one holds what Git does not know',
      '4.6 has none where the settings protect ConfigMaps: it is refused, as `diff` says',
    ],
    more: [
      [
        'test/unit/charts/workload/config-files.test.ts',
        '4.6 is named after the content that its override leaves',
        '4.6 is not changed behind its name, whatever changes it',
      ],
    ],
  },
  {
    row: '4.7',
    promise:
      'A lock holds for as long as the process that made it lives: one whose number another process has, of an earlier boot, from the future or emptied by a power cut is taken over. What is not a file is refused at once.',
    test: [
      LOCK,
      '4.7 whose number another process has now is taken over',
      '4.7 with the number of this run is taken over',
      '4.7 that ended, and that its parent has not asked about, is taken over',
      '4.7 on another host counts for an hour, and not until a date in the future',
      '4.7 that a power cut emptied, and the lock of its heir too, hold nobody up',
      '4.7 is refused at once: %s',
      '4.7 is refused at once: a socket',
    ],
  },
  {
    row: '4.8',
    promise:
      'A file that cannot be replaced or removed, found out among the renames, leaves the old tree: what was done is taken back.',
    test: [
      UNDO,
      '4.8 one immutable file among many changes leaves the old tree: %s',
      '4.8 a failure that cannot be taken back, for want of links, is told as what it is',
    ],
  },
  {
    row: '4.9',
    promise:
      'A change that the API server refuses never reaches Git unseen: `synth` and `check` compare with what was committed and name the field, its line and the steps, as `diff` does. `--allow-replace` says that somebody replaces the object.',
    test: [
      'test/cli/refused-changes.test.ts',
      '4.9 is an error of synth and check, at its line, and nothing is written',
      '4.9 is one too where the output was removed by hand since the last commit',
      '4.9 is not one of what was never committed',
      '4.9 is told by diff, with what to do, also against a revision',
      '4.9 is written once somebody decided to replace the object, and told no more',
      '4.9 is an error of a folder of YAML that would change an object of the environment',
    ],
    more: [
      [
        'test/unit/model/refused-change.test.ts',
        '4.9 is not one of what is deleted before it is made again: hooks, and what is forced',
        '4.9 is not one of a Job that waits, nor of completions that go with the parallelism',
        '4.9 is not one to what the server writes itself, nor to another spelling of the same amount',
        '4.9 is not one of what the server may have written already',
        '4.9 is not one of the same kind of another group',
        '4.9 is one of a binding only where Argo CD does not make it anew',
        '4.9 is one of a Service that has an address, and of the class of its load balancer',
        '4.9 is one of custom kinds whose definition says so',
        '4.9 is one of what says of itself that it cannot change',
      ],
    ],
  },
];
