import type { Finding } from './finding';

const RULES = 'test/unit/checks/rules/findings.test.ts';

/** What rules said wrongly, or not at all. */
export const VERDICTS: readonly Finding[] = [
  {
    row: '7.7',
    promise: 'A request that is left out is what the API server fills in: from the limit, or from the LimitRange.',
    test: [RULES, '7.7 needs requests, which a limit or a LimitRange fills in'],
  },
  {
    row: '7.8',
    promise: 'The class of a claim is read from the annotation that was there before the field, too.',
    test: [
      RULES,
      '7.8 the class of a claim may stand in the annotation that was there before the field, and counts before it',
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
  },
  {
    row: '7.10',
    promise: 'A budget whose bound lets no Pod go is an error, whether its Pods are rendered or not.',
    test: [RULES, '7.10 a budget with %s: %s lets nobody go, whether its Pods are here or not'],
  },
];
