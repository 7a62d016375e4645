import type { Finding } from './finding';

/** Something was left out, and the run said that all is well. */
export const SILENCE: readonly Finding[] = [
  {
    row: '1.8',
    promise:
      'A load balancer that the internet reaches without a certificate is a finding, unless its Ingress says why it may be.',
    test: ['test/unit/checks/rules/findings.test.ts', '1.8 is an error in production and a warning elsewhere'],
    more: [
      ['test/unit/charts/alb/alb-findings.test.ts', '1.8 allows plain HTTP to the internet where the Ingress says why'],
    ],
  },
];
