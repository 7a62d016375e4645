import type { Finding } from './finding';

const RULES = 'test/unit/checks/rules/findings.test.ts';
const SCALERS = 'test/unit/checks/rules/autoscalers.test.ts';
const BUDGETS = 'test/unit/checks/rules/budgets-and-claims.test.ts';
const ACTION = 'test/unit/checks/rules/alb-action.test.ts';
const ALB = 'test/unit/charts/alb/alb-findings.test.ts';

/** What rules said wrongly, or not at all. */
export const VERDICTS: readonly Finding[] = [
  {
    row: '7.4',
    promise:
      'A Secret that a SecretProviderClass, a Certificate or a SealedSecret makes is known with its keys, and so are those of operators, of cert-manager’s Ingresses and of ClusterExternalSecrets; one that is never made is told, and *unknown* where an unfamiliar kind may make it.',
    test: [
      'test/unit/checks/rules/made-secrets.test.ts',
      '7.4 is known with its keys',
      '7.4 is never made where no Pod mounts its class, or its object is not brought',
      '7.4 an object is brought by %s',
      '7.4 an object with slashes is mounted without them',
      '7.4 nothing is said of objects that are written otherwise',
    ],
    more: [
      [
        'test/unit/checks/rules/operators.test.ts',
        '7.4 is known by its name, with the keys that it has at least',
        '7.4 comes of an Ingress or Gateway that asks cert-manager for a certificate',
        '7.4 comes of a ClusterExternalSecret where its selectors reach',
        '7.4 is a ConfigMap where an ExternalSecret says so',
        '7.4 is unknown where an object of an unfamiliar kind may make it',
      ],
    ],
  },
  {
    row: '7.7',
    promise:
      'A request that is left out is what the API server fills in: from the limit, the LimitRange or the Pod. An autoscaler that can never scale is told: by a sidecar, a request of 0, a container or API group that is not there, or another autoscaler.',
    test: [RULES, '7.7 needs requests, which a limit or a LimitRange fills in'],
    more: [
      [
        SCALERS,
        '7.7 counts a sidecar, and no other init container',
        '7.7 needs requests that add up to something',
        '7.7 a LimitRange with max or min alone fills in requests',
        '7.7 requests of the Pod as a whole count since 1.34',
        '7.7 an autoscaler by a container names one that runs, and requests what is measured',
        '7.7 a target without an API group is of the core group, except to KEDA',
        '7.7 scale nothing, and each is told',
        '7.7 one of KEDA counts, unless it takes over',
        '7.7 the size of a Pod on Fargate has its sidecars in it, and of other init containers the largest',
      ],
    ],
  },
  {
    row: '7.8',
    promise:
      'The class of a claim is read from the annotation that was there before the field, too, and the claim of an ephemeral volume is judged as any other.',
    test: [
      RULES,
      '7.8 the class of a claim may stand in the annotation that was there before the field, and counts before it',
    ],
    more: [
      [
        BUDGETS,
        '7.8 names a class that exists, in the field or in the annotation',
        '7.8 asks for a size, and for an access that its class has',
      ],
    ],
  },
  {
    row: '7.9',
    promise: 'Rules read every object as the API server does: a field that holds null is absent.',
    test: [
      RULES,
      '7.9 a budget with neither bound, or with null for both, lets nobody go',
      '7.9 a profile of null is a missing profile',
    ],
    more: [[BUDGETS, '7.9 without a selector protects nothing, and is in no other’s way']],
  },
  {
    row: '7.10',
    promise:
      'A budget whose bound lets no Pod go is an error, whether its Pods are rendered or not; so are two budgets of the same Pods, and a workload that runs no Pod is not.',
    test: [RULES, '7.10 a budget with %s: %s lets nobody go, whether its Pods are here or not'],
    more: [
      [
        BUDGETS,
        '7.10 shares its Pods with no other: none of them could be evicted',
        '7.10 over a workload that runs no Pod is in nobody’s way',
        '7.10 counts the fewest Pods that KEDA leaves',
      ],
    ],
  },
  {
    row: '7.11',
    promise: 'A value that this environment lacks and others have is foreign, however many have it.',
    test: [RULES, '7.11 a value that two other environments share is foreign here all the same'],
    more: [
      [
        'test/unit/checks/rules/foreign-value.test.ts',
        '7.11 is found in %s',
        '7.11 is not seen in a part %s',
        '7.11 is found in keys, but not in what says who defined a key',
        '7.11 is found in base64 that holds text',
        '7.11 is a warning where it is a block of addresses, and nothing where that is kept out',
        '7.11 is not a domain that the environment’s own is part of',
      ],
    ],
  },
  {
    row: '7.12',
    promise: 'An action that the load balancer carries out itself has no health check.',
    test: [
      ALB,
      '7.12 has no health check, and leaves that of its neighbours alone',
      '7.12 is asked for its health where it forwards',
    ],
    more: [[ACTION, '7.12 names Services and ports that are there']],
  },
  {
    row: '7.13',
    promise: 'The fix for an image without a digest follows how the image was given.',
    test: [RULES, '7.13 is pinned where it is given: in the release, or where it is named'],
  },
  {
    row: '7.14',
    promise: 'Charts and rules read a text by one grammar, and give it one verdict.',
    test: [
      'test/unit/properties/grammar.test.ts',
      '7.14 has one: %s %s is %s',
      '7.14 has one as the name of a load balancer: %s',
    ],
    more: [
      [
        ACTION,
        '7.14 is judged as the construct’s: %j',
        '7.14 is right as %j',
        '7.14 is a warning where it redirects to the address that was asked for',
      ],
    ],
  },
];
