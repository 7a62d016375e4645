import { ControlPlane } from './harness/control-plane';
import { installDefinitions } from './harness/definitions';
import { filesOf } from './harness/dist';
import { judgedEnvironments } from './harness/judged';
import { makeNamespaces } from './harness/namespaces';
import { type Row, record } from './harness/verdicts';
import { EXPLAINED, HARMLESS, rowOf } from './mutants/explained';
import { kubeconformVerdicts, ourVerdicts, serverVerdicts, type Verdicts } from './mutants/judges';
import { type Mutant, mutantsOf } from './mutants/mutants';

const onEks = judgedEnvironments().filter(([environment]) => environment !== 'local');

describe.each(onEks)('spoilt objects of %s on Kubernetes %s', (environment, version) => {
  const files = filesOf(environment);
  const mutants = mutantsOf(files);
  let plane: ControlPlane;
  let server: Verdicts;
  let kubeconform: Verdicts;
  let ours: Verdicts;

  beforeAll(async () => {
    plane = await ControlPlane.start({ version });
    await installDefinitions(plane.api);
    await makeNamespaces(plane.api, files);
    server = await serverVerdicts(plane.api, mutants);
    kubeconform = await kubeconformVerdicts(environment, mutants);
    ours = ourVerdicts(environment, files, mutants);
  });
  afterAll(() => plane?.stop());

  const differs = ({ id }: Mutant) => (server.get(id)?.length === 0) !== (ours.get(id)?.length === 0);
  const told = ({ id }: Mutant) =>
    `${id}\n    server: ${server.get(id)?.[0] ?? 'accepts'}\n    kubeconform: ${kubeconform.get(id)?.[0] ?? 'accepts'}\n    ours: ${ours.get(id)?.[0] ?? 'accepts'}`;

  it('are at least 150, each told apart from the others', () => {
    expect(mutants.length).toBeGreaterThanOrEqual(150);
    expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
  });

  it('are judged by us as by the server, or the difference is explained', () => {
    const unexplained = mutants.filter((mutant) => differs(mutant) && rowOf(EXPLAINED, mutant.id) === undefined);
    expect(unexplained.map(told).join('\n')).toBe('');
  });

  it('are refused by somebody, or it is said why nobody need', () => {
    const unseen = mutants.filter((mutant) => !differs(mutant) && ours.get(mutant.id)?.length === 0);
    expect(
      unseen
        .filter(({ id }) => rowOf(HARMLESS, id) === undefined)
        .map(told)
        .join('\n'),
    ).toBe('');
  });

  it('are counted by class', () => {
    const classes = [...new Set(mutants.map((mutant) => mutant.class))];
    record(
      `mutants/${version}`,
      classes.map((name) => countsOf(name)),
    );
    expect(classes.length).toBeGreaterThan(10);
  });

  const refusedBy = (verdicts: Verdicts, among: readonly Mutant[]) =>
    among.filter(({ id }) => (verdicts.get(id) ?? []).length > 0).length;
  const countsOf = (name: string): Row => {
    const among = mutants.filter((mutant) => mutant.class === name);
    return {
      class: name,
      mutants: among.length,
      server: refusedBy(server, among),
      kubeconform: refusedBy(kubeconform, among),
      ours: refusedBy(ours, among),
      explained: among.filter(differs).length,
    };
  };

  // What other environments render, and their servers judge, differs; production's table is the whole one.
  (environment === 'prod' ? it : it.skip)('have no explanation that explains nothing', () => {
    const used = (rows: Readonly<Record<string, string>>, of: readonly Mutant[]) =>
      new Set(of.map(({ id }) => rowOf(rows, id)));
    const unused = (rows: Readonly<Record<string, string>>, of: readonly Mutant[]) =>
      Object.keys(rows).filter((row) => !used(rows, of).has(row));
    const accepted = mutants.filter((mutant) => !differs(mutant) && ours.get(mutant.id)?.length === 0);
    expect(unused(EXPLAINED, mutants.filter(differs))).toEqual([]);
    expect(unused(HARMLESS, accepted)).toEqual([]);
  });
});
