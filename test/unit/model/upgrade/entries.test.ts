import type { Finding } from '../../../../src/model/finding';
import { inOrder } from '../../../../src/model/upgrade/in-order';
import { broughtEntry, goneEntry, refusedEntry } from '../../../../src/model/upgrade/of-findings';
import { type RenderedAs, renderedOtherwise } from '../../../../src/model/upgrade/rendered-otherwise';
import type { UpgradeEntry } from '../../../../src/model/upgrade/report';
import { FINDING } from '../../report/samples';

const of = (more: Partial<Finding>): Finding => ({ ...FINDING, ...more });

describe('what a rule says of a later version', () => {
  it.each([
    ['k8s/ban-removed-api', 'apis'],
    ['k8s/valid-schema', 'fields'],
    ['policy/valid-pod-security', 'podSecurity'],
    ['k8s/valid-autoscaler', 'behaviour'],
  ])('%s has its place in the section %s', (rule, section) => {
    expect(broughtEntry(of({ rule }), '1.35').section).toBe(section);
  });

  it.each([
    ['error', 'blocks'],
    ['warning', 'changes'],
    ['unknown', 'unknown'],
    ['info', 'information'],
  ] as const)('an %s is one that %s', (severity, wanted) => {
    expect(broughtEntry(of({ severity }), '1.35').severity).toBe(wanted);
  });

  it('is told with its place, and without its subject twice', () => {
    const message = 'PersistentVolumeClaim reports/cache: it stays Pending.';
    expect(broughtEntry(of({ message }), '1.35')).toEqual({
      section: 'behaviour',
      step: '1.35',
      severity: 'blocks',
      subject: 'PersistentVolumeClaim reports/cache',
      message: 'it stays Pending.',
      fix: 'use `ReadWriteOnce`.',
      see: 'driver docs',
      where: 'reports › spec.accessModes[0]',
      source: FINDING.source,
    });
  });

  it('blocks nothing where somebody silenced it, and says so', () => {
    const { severity, message } = broughtEntry(of({ silenced: 'it is known' }), '1.35');
    expect([severity, message]).toEqual([
      'information',
      'it stays Pending. It is silenced (eks/valid-ebs-access-mode): it is known',
    ]);
  });

  it('is for information where it goes away', () => {
    const { severity, message, see } = goneEntry(of({}), '1.35');
    expect([severity, message, see]).toEqual([
      'information',
      'eks/valid-ebs-access-mode does not say it any more from 1.35 on: it stays Pending.',
      undefined,
    ]);
  });

  it('blocks where a construct refuses the version', () => {
    expect(refusedEntry({ message: 'no.' }, '1.35')).toEqual({
      section: 'fields',
      step: '1.35',
      severity: 'blocks',
      subject: 'the apps',
      message: 'it is not rendered for Kubernetes 1.35: no.',
      fix: 'make the app render for both versions.',
    });
  });
});

describe('objects that are rendered otherwise', () => {
  const rendered = (name: string, value: RenderedAs['value']): RenderedAs => ({
    object: { group: '', kind: 'Namespace', name },
    app: 'shop',
    value,
  });
  const labels = (version: string) => ({
    metadata: { labels: { 'pod-security.kubernetes.io/enforce-version': version } },
  });
  const said = (entries: readonly UpgradeEntry[]) =>
    entries.map(({ section, step, subject, message }) => `${section} ${step} ${subject}: ${message}`);

  it('are told by their fields, without values, and labels of Pod Security by themselves', () => {
    const before = [rendered('a', { ...labels('v1.34'), spec: { x: 'secret' } }), rendered('b', {}), rendered('c', {})];
    const after = [rendered('a', { ...labels('v1.35'), spec: { x: 'other' } }), rendered('b', {}), rendered('d', {})];
    expect(said(renderedOtherwise(before, after, '1.35', new Set()))).toEqual([
      'podSecurity 1.35 Namespace a: its labels of Pod Security name the version of the settings, and are rendered anew with it: new Pods are judged by that version of the standard.',
      'fields 1.35 Namespace a: it is rendered otherwise: spec.x.',
      'fields 1.35 Namespace d: it is rendered from this version on.',
      'fields 1.35 Namespace c: it is not rendered any more: Argo CD prunes it.',
    ]);
  });

  it('are told at the first step alone where every step changes them', () => {
    const told = new Set<string>();
    const versions = ['v1.33', 'v1.34', 'v1.35'].map((version) => [rendered('a', labels(version))] as const);
    const [first = [], second = [], third = []] = versions;
    expect([
      renderedOtherwise(first, second, '1.34', told).length,
      renderedOtherwise(second, third, '1.35', told).length,
    ]).toEqual([1, 0]);
  });
});

describe('the order of entries', () => {
  const entry = (more: Partial<UpgradeEntry>): UpgradeEntry => ({
    section: 'apis',
    step: '1.34',
    severity: 'blocks',
    subject: 'a',
    message: 'm.',
    fix: 'f.',
    ...more,
  });

  it('is section, step, severity and subject, each entry once', () => {
    const wanted = [
      entry({}),
      entry({ subject: 'b' }),
      entry({ severity: 'changes' }),
      entry({ severity: 'unknown' }),
      entry({ severity: 'information' }),
      entry({ step: '1.35' }),
      entry({ section: 'fields' }),
      entry({ section: 'insights' }),
    ];
    expect(inOrder([...wanted].reverse().concat(entry({})))).toEqual(wanted);
  });
});
