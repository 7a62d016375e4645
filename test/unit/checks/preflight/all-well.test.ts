import { PREFLIGHT_CHECKS } from '../../../../src/checks/preflight/registry';
import { preflight } from '../../../../src/checks/preflight/run-preflight';
import { schemasOf } from '../../../support/schemas';
import { rowsOf, WORLD } from './world';

describe('preflight', () => {
  it('finds nothing where settings, objects and facts agree', () => {
    expect(rowsOf(WORLD).filter(({ state }) => state !== 'ok')).toEqual([]);
  });

  it('answers in at least one row for each check', () => {
    expect([...new Set(rowsOf(WORLD).map(({ check }) => check))]).toEqual(PREFLIGHT_CHECKS.map(({ id }) => id));
  });

  it('knows nothing where the cluster was never read', () => {
    const { environment } = WORLD;
    const calendar = { today: '2026-11-29', soon: '2027-02-27' };
    const rows = preflight({ environment, objects: [], schemas: schemasOf(), calendar });
    expect(rows.map(({ state }) => state)).toEqual(PREFLIGHT_CHECKS.map(() => 'unknown'));
    expect(rows[0]).toEqual({
      check: 'version',
      state: 'unknown',
      subject: 'test-cluster',
      message: 'the cluster was never read: there is no facts.json.',
      fix: 'run `cdk8s-eks facts refresh test`.',
    });
  });

  it('takes a reading that is missing for unknown, and says why', () => {
    const { accessEntries: _none, podIdentityAssociations: _nothing, ...rest } = WORLD.facts;
    const unread = [{ reading: 'accessEntries', action: 'ListAccessEntries', reason: 'denied' }];
    const rows = rowsOf({ ...WORLD, facts: { ...rest, unread } }).filter(({ state }) => state !== 'ok');
    expect(rows).toEqual([
      {
        check: 'pod-identity',
        state: 'unknown',
        subject: 'test-cluster',
        message: 'facts.json does not hold podIdentityAssociations: facts.json is older than this reading.',
        fix: 'run `cdk8s-eks facts refresh test`.',
      },
      {
        check: 'described-associations',
        state: 'unknown',
        subject: 'test-cluster',
        message: 'facts.json does not hold podIdentityAssociations: facts.json is older than this reading.',
        fix: 'run `cdk8s-eks facts refresh test`.',
      },
      {
        check: 'access-entries',
        state: 'unknown',
        subject: 'test-cluster',
        message: 'facts.json does not hold accessEntries: the credentials may not call eks:ListAccessEntries.',
        fix: 'give the credentials the policy that `cdk8s-eks facts policy test` prints, and run `cdk8s-eks facts refresh test`.',
      },
      {
        check: 'described-access-entries',
        state: 'unknown',
        subject: 'test-cluster',
        message: 'facts.json does not hold accessEntries: the credentials may not call eks:ListAccessEntries.',
        fix: 'give the credentials the policy that `cdk8s-eks facts policy test` prints, and run `cdk8s-eks facts refresh test`.',
      },
    ]);
  });

  it('does not ask for a permission where the region does not know the call', () => {
    const { capabilities: _none, ...rest } = WORLD.facts;
    const unread = [{ reading: 'capabilities', action: 'ListCapabilities', reason: 'unsupported' }];
    const rows = rowsOf({ ...WORLD, facts: { ...rest, unread } }).filter(({ check }) => check === 'argo-cd');
    expect(rows).toEqual([
      {
        check: 'argo-cd',
        state: 'unknown',
        subject: 'test-cluster',
        message: 'facts.json does not hold capabilities: the region does not know eks:ListCapabilities.',
        fix: 'look at the cluster yourself: no facts will tell.',
      },
    ]);
  });

  it('does not call parts healthy that were not read', () => {
    const { addOns: _none, updates: _nothing, ...rest } = WORLD.facts;
    const rows = rowsOf({ ...WORLD, facts: rest }).filter(({ check }) => check === 'health');
    expect(rows).toEqual([
      {
        check: 'health',
        state: 'unknown',
        subject: 'the cluster',
        message: 'facts.json does not hold addOns, updates: what is wrong there is not known.',
        fix: 'run `cdk8s-eks facts refresh` with credentials that may read them.',
      },
    ]);
  });

  it('takes no driver for missing where the add-ons were not read', () => {
    const { addOns: _none, addOnVersions: _nothing, ...rest } = WORLD.facts;
    const environment = { ...WORLD.environment, addOns: [] };
    const rows = rowsOf({ ...WORLD, environment, facts: rest }).filter(({ state }) => state !== 'ok');
    expect(rows.filter(({ state }) => state === 'problem')).toEqual([]);
    expect(rows.filter(({ subject }) => subject === 'the EBS CSI driver').map(({ state }) => state)).toEqual([
      'unknown',
    ]);
  });

  it.each(PREFLIGHT_CHECKS.map((check) => [check.id, check] as const))(
    '%s says what it asks, in a sentence',
    (_id, check) => {
      expect([check.asks, check.fine]).toEqual([
        expect.stringMatching(/^[A-Z].*\.$/),
        expect.stringMatching(/^\w.*\.$/),
      ]);
    },
  );
});
