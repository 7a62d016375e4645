import { RISKS } from '../../../../src/knowledge/risk/risks';
import { RISK_ROWS } from '../../../../src/knowledge/risk/rows';
import { diffObjects } from '../../../../src/model/object-diff';
import { type Effect, effectsOf } from '../../../../src/model/risk';
import { RISK_PAIRS } from './pairs/all';
import { changed, container, type RiskPair, security, spec } from './pairs/pair';

/** All that is said of a pair, field by field. */
function effects({ event, group, kind, was, now }: RiskPair): readonly Effect[] {
  const object = { group, kind, name: 'a' };
  if (event !== 'changed') return effectsOf({ kind: event, object, field: '' }, was, {}, now);
  return diffObjects(was ?? {}, now ?? {}).flatMap((one) => effectsOf({ kind: event, object, ...one }, was, {}, now));
}

const classesOf = (pair: RiskPair) => [...new Set(effects(pair).map(({ risk }) => risk))];

/** `role-of-binding` needs Argo CD, and has a test of its own. */
const ELSEWHERE = ['role-of-binding'];

describe('the risk of a change', () => {
  it.each(RISK_PAIRS.map((pair) => [pair.row, pair.kind, pair] as const))('%s, of %s', (row, _kind, pair) => {
    const known = RISK_ROWS.find(({ id }) => id === row);
    expect(known).toBeDefined();
    const said = effects(pair);
    const ofClass = said.filter(({ risk }) => risk === pair.risk);
    expect(said.map(({ risk }) => risk)).toContain(pair.risk);
    expect(known?.risk).toBe(pair.risk);
    // Of two rows of one class the first is told.
    expect(ofClass.map(({ why }) => why)).toContain(known?.why);
  });

  it('has a pair for every row, and a class for every pair', () => {
    const tried = new Set([...RISK_PAIRS.map(({ row }) => row), ...ELSEWHERE]);
    expect(RISK_ROWS.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
    expect(new Set(RISK_ROWS.map(({ id }) => id)).size).toBe(RISK_ROWS.length);
    expect(RISK_ROWS.length).toBeGreaterThan(200);
  });

  it('has a row for every class but those that the list of kinds and the tool say', () => {
    const said = new Set(RISK_ROWS.map(({ risk }) => risk));
    expect(RISKS.filter((risk) => !said.has(risk))).toEqual(['machines', 'unknown']);
  });

  it('says a whole sentence, with where it is from', () => {
    const wrong = RISK_ROWS.filter(
      ({ why, source, shown }) => !/^[^\n]+\.$/.test(why) || !/^https:\/\//.test(source) || shown === '',
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe('a change beside those', () => {
  const memory = (amount: string) => ({ resources: { limits: { memory: amount } } });
  const labels = { matchLabels: { app: 'a' } };

  it.each<[string, RiskPair, string[]]>([
    ['half of the memory is not less than half', container('', 'memory', memory('1Gi'), memory('512Mi')), ['restart']],
    ['the same amount is the same', container('', 'harmless', memory('1Gi'), memory('1024Mi')), ['harmless']],
    [
      'a written default is the same',
      spec(
        '',
        'harmless',
        'Deployment',
        { template: { spec: {} } },
        { template: { spec: { dnsPolicy: 'ClusterFirst' } } },
      ),
      ['harmless'],
    ],
    [
      'a claim that keeps its size is not refused',
      spec(
        '',
        'cost',
        'PersistentVolumeClaim',
        { resources: { requests: { storage: '1Gi' } } },
        { resources: { requests: { storage: '2Gi' } } },
      ),
      ['cost'],
    ],
    [
      'a selector that stays is not refused',
      spec(
        '',
        'restart',
        'Deployment',
        { selector: labels, template: { spec: { hostname: 'a' } } },
        { selector: labels, template: { spec: { hostname: 'b' } } },
      ),
      ['restart'],
    ],
    [
      'Recreate without server-side apply is taken',
      spec('', 'unavailable', 'Deployment', {}, { strategy: { type: 'Recreate' } }),
      ['unavailable'],
    ],
    [
      'less privilege is no more than a rollout',
      security('', { privileged: true }, { privileged: false }),
      ['restart'],
    ],
    [
      'a narrower block is not wider',
      spec(
        '',
        'traffic',
        'NetworkPolicy',
        { ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }] },
        { ingress: [{ from: [{ ipBlock: { cidr: '10.1.0.0/16' } }] }] },
      ),
      ['traffic'],
    ],
    [
      'a peer list that is emptied lets everybody in',
      spec('', 'widened', 'NetworkPolicy', { ingress: [{ from: [{ podSelector: {} }] }] }, { ingress: [{}] }),
      ['widened'],
    ],
    [
      'verbs in another order are the same rights',
      changed(
        '',
        'access',
        'Role',
        { rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] }] },
        { rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['list', 'get'] }] },
      ),
      ['access'],
    ],
    [
      'a rule under a wildcard is not wider',
      changed(
        '',
        'access',
        'Role',
        { rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }] },
        { rules: [{ apiGroups: ['apps'], resources: ['deployments'], verbs: ['get'] }] },
      ),
      ['access'],
    ],
    [
      'a container that comes may be privileged',
      spec(
        '',
        'widened',
        'Deployment',
        { template: { spec: { containers: [{ name: 'a' }] } } },
        { template: { spec: { containers: [{ name: 'a' }, { name: 'b', securityContext: { privileged: true } }] } } },
      ),
      ['widened', 'restart'],
    ],
    ['what no row knows is unknown', spec('', 'unknown', 'example.com/Thing', { size: 1 }, { size: 2 }), ['unknown']],
  ])('%s', (_name, pair, risks) => expect(classesOf(pair)).toEqual(risks));

  it('is a binding with another role that Argo CD makes anew', () => {
    const [was, now] = ['a', 'b'].map((name) => ({ kind: 'RoleBinding', roleRef: { name } }));
    const object = { group: 'rbac.authorization.k8s.io', kind: 'RoleBinding', name: 'a' };
    const gitops = {} as never;
    const change = { kind: 'changed' as const, object, field: 'roleRef.name', before: 'a', after: 'b' };
    expect(effectsOf(change, was, { gitops }, now)).toMatchObject([{ risk: 'widened', row: 'role-of-binding' }]);
  });

  it('is a new object that is privileged', () => {
    const now = {
      spec: { template: { spec: { containers: [{ name: 'a', securityContext: { privileged: true } }] } } },
    };
    const object = { group: 'apps', kind: 'Deployment', name: 'a' };
    const said = effectsOf({ kind: 'added', object, field: '' }, undefined, {}, now);
    expect(said.map(({ row }) => row)).toEqual(['privileged', 'workload-added']);
  });
});
