import type { Finding } from './finding';

const APPS = 'test/cli/silent-apps.test.ts';

/** Something was left out, and the run said that all is well. */
export const SILENCE: readonly Finding[] = [
  {
    row: '1.1',
    promise:
      'A `charts` that returns a promise is refused at its line, by the compiler and by every run, and so is a construct that is made when it has returned.',
    test: [
      APPS,
      '1.1 an await in charts()',
      '1.1 an await behind the first object',
      '1.1 another thing that somebody has to wait for',
      '1.1 an await in a function that charts() calls, and a caught error',
      '1.1 a timer that makes an object, in an app that makes no other',
    ],
    more: [
      [
        'test/cli/included-files.test.ts',
        '1.1 included YAML is refused where something of it would be lost: %s',
        '1.1 Yaml.load reads what is not an object too, as Go does',
      ],
      [
        'test/unit/render/silent.test.ts',
        '1.1 %s that makes a construct and catches the error is refused',
        '1.1 what is made later still is told each time, and refused where nobody hears it',
        '1.1 %s that charts() returns is refused',
      ],
      [
        'test/cli/stray-errors.test.ts',
        '1.1 a construct that is made too late, in a thread: told although the app catches its error',
      ],
    ],
  },
  {
    row: '1.2',
    promise:
      'An app that renders nothing where it is not skipped is an error, and so is one that makes objects in a tree of its own or changes what JavaScript or cdk8s itself does.',
    test: [
      APPS,
      '1.2 objects in a tree of one’s own',
      '1.2 charts() that makes nothing',
      '1.2 a function of JavaScript that is replaced while the app renders',
      '1.2 one that is replaced by what throws then',
      '1.2 a key that is added to all objects, and an iterator that ends at once',
      '1.2 a class that is replaced by what makes the app throw',
      '1.2 a method of cdk8s that is replaced',
      '1.2 a module that replaces a function of JavaScript while it is loaded: named, and the others render',
    ],
    more: [
      ['test/cli/check.test.ts', '1.2 says so where the selected app is skipped, so that nothing is judged'],
      [
        'test/unit/render/silent.test.ts',
        '1.2 is refused, each object at its line',
        '1.2 says nothing where its JSON is used, nor of constructs that make no object',
      ],
      [
        'test/unit/model/built-ins.test.ts',
        '1.2 %s: told and put back',
        '1.2 what cannot be put back: told of the app that did it, and not of the next',
        '1.2 what is as it was when the app began: nothing is told, also within each other',
      ],
    ],
  },
  {
    row: '1.3',
    promise:
      'A property that a construct, a function, an app or a kind of Kubernetes does not have is refused while it runs, at any depth, with the one that was meant. A run that checks no types says so at its end.',
    test: [
      'test/unit/charts/shared/properties.test.ts',
      '1.3 readyness and replica are refused, with what was meant',
      '1.3 an unknown property of an item of a list, and of a value of a map, is refused',
      '1.3 a property of another member of a union is refused',
      '1.3 a symbol as key is refused, at any depth, and in a map of the user’s keys',
      '1.3 has a row for the properties of every construct and function that takes some',
      '1.3 %s refuses a property that it does not have, before it reads another',
    ],
    more: [
      [
        'test/unit/imports/unknown-fields.test.ts',
        '1.3 a misspelt field of a raw kind is refused, all of them at once',
        '1.3 a misspelt field %s is refused',
        '1.3 another kind than that of the class is refused',
        '1.3 outside a run too, with the fix',
        '1.3 a number or text in the place of an IntOrString or a Quantity is kept',
        '1.3 what is not a map or a list is kept, for the check of schemas to name',
      ],
      [
        'test/unit/run/known-options.test.ts',
        '1.3 an option of checkProject that nobody reads is refused, at any depth',
        '1.3 an option of checkManifests that nobody reads is refused, and a root',
      ],
      [
        APPS,
        '1.3 readyness and replica, which no construct has',
        '1.3 a property that no app has: told at its line (%j)',
      ],
      [
        'test/unit/run/unchecked-types.test.ts',
        '1.3 says what it lacks, or that nobody asked for it',
        '1.3 ends with it, once',
      ],
    ],
  },
  {
    row: '1.4',
    promise: 'A file that declares an app where no app is looked for is named, with the place where it would be found.',
    test: [
      'test/unit/load/unfound-apps.test.ts',
      '1.4 an app in %s is named, with the fix: %s',
      '1.4 an app further down, or beside another: %s, with the fix: %s',
      '1.4 an app is known however its module writes it: %s',
      '1.4 leaves helpers, tests and what is an app’s own alone',
      '1.4 a link to a folder of an app is followed, and one to nothing is told',
      '1.4 a folder in the place of a module is told: %s',
      '1.4 a pipe in the place of a module is refused, and nobody waits: %s',
    ],
  },
  {
    row: '1.5',
    promise:
      'An app, image or flag in `release.yaml` that no app reads is an error at its line, with the name that was meant.',
    test: [
      'test/cli/unread-release.test.ts',
      '1.5 release.yaml names an app, an image and a flag that nobody reads: each at its line',
      '1.5 release.yaml may name what one environment alone reads, and what an app that is left out would read',
      '1.5 release.yaml in one environment names an image that another has too: only a run of both knows',
    ],
    more: [
      [
        'test/unit/load/settings/unread-files.test.ts',
        '1.5 is told, also beside the one that is read',
        '1.5 is told where it was meant as the defaults: %s',
      ],
      ['test/unit/model/release-reads.test.ts', '1.5 %s is a reading', '1.5 what is watched is the same, and frozen'],
    ],
  },
  {
    row: '1.8',
    promise:
      'A load balancer that the internet reaches without a certificate is a finding, unless its Ingress says why it may be.',
    test: ['test/unit/checks/rules/findings.test.ts', '1.8 is an error in production and a warning elsewhere'],
    more: [
      ['test/unit/charts/alb/alb-findings.test.ts', '1.8 allows plain HTTP to the internet where the Ingress says why'],
      [
        'test/unit/checks/rules/public-http.test.ts',
        '1.8 is served where a certificate stands beside listen-ports without HTTPS',
        '1.8 is served by the default class, and not by one in the annotation',
        '1.8 is judged by all Ingresses of a group',
        '1.8 is a warning at a Network Load Balancer’s port that says so',
        '1.8 is not seen in %s of a Network Load Balancer',
        '1.8 is served by a Gateway whose listeners all speak it',
      ],
    ],
  },
  {
    row: '1.9',
    promise:
      'Every key of the settings has a reader: a value that no app asks for is an error at its line, and node groups, their types and capacity, and Karpenter say which nodes Pods may select.',
    test: [
      'test/unit/load/settings/setting-readers.test.ts',
      '1.9 settings that nothing reads: each key has its reader, and the table names no other',
      '1.9 %s is read by %s',
    ],
    more: [
      [
        'test/cli/unread-values.test.ts',
        '1.9 values: a name that is mistyped is told at its line, with the one that is asked for',
        '1.9 values: one that environments inherit is told once, where it stands',
        '1.9 values: nothing is known while an app is left out everywhere, and what a module loads itself is read',
      ],
      [
        'test/unit/checks/rules/eks/no-missing-node.test.ts',
        '1.9 compute.selfManagedNodeGroups: their labels are what was written, and those of managed groups are not known',
        '1.9 compute.karpenter: its labels are there where it runs, and what EKS sets on managed groups is not',
        '1.9 compute.….instanceTypes: they say the processor, and nothing where none is listed',
        '1.9 compute.….capacityType: one group has to offer all that a Pod selects',
      ],
    ],
  },
  {
    row: '1.10',
    promise:
      'What JSON cannot hold is told at its field: in objects, tokens, JSON patches and overrides; a construct that is made too late is told at its line.',
    test: [
      'test/unit/render/lost-values.test.ts',
      '1.10 is told at its field: %s',
      '1.10 is told at its field: a symbol as key of an object and of its metadata',
      '1.10 is told in a JSON patch: %s',
      '1.10 a JSON patch says its field as people type it',
      '1.10 an object that is made inside a Lazy value or a validation is told',
      '1.10 a getter that throws is told as what it throws',
    ],
    more: [['test/cli/odd-values.test.ts', '1.10 names the line where a Lazy value makes an object']],
  },
];
