import { wrongPolicyHosts } from '../../../src/model/policy-hosts';
import { eksEnvironment } from '../../support/environment';

const hosts = ['api.example.com', '*.example.org'];

describe('hosts in a rule of a network policy', () => {
  const plain = eksEnvironment();
  const autoMode = { ...plain, compute: { ...plain.compute, autoMode: true } };

  it.each([undefined, 'Accept', 'Pass'])('are read on nodes of Auto Mode, with action %s', (action) => {
    expect(wrongPolicyHosts(action, hosts, autoMode)).toBeUndefined();
  });

  it.each([plain, autoMode])('are never denied', (environment) => {
    expect(wrongPolicyHosts('Deny', hosts, environment)).toEqual({
      what: "the rule's action is Deny, and hosts are known to Accept and Pass alone: nothing is kept from api.example.com and *.example.org.",
      fix: 'accept the hosts that may be called, and deny all others by their addresses in a later rule.',
    });
  });

  it.each([
    ['Accept', 'are dropped.'],
    ['Pass', 'are not handed on by this rule.'],
  ])('are not read elsewhere: %s', (action, end) => {
    expect(wrongPolicyHosts(action, hosts, plain)?.what).toBe(
      `it names hosts, and no node of environment ${plain.name} reads them (those of EKS Auto Mode alone do): calls to api.example.com and *.example.org ${end}`,
    );
  });
});
