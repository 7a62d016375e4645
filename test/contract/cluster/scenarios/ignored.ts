import { writtenByControllers } from '../../../../src/gitops/ignored-fields';
import { isJsonObject } from '../../../../src/model/json';
import { renderedObject } from '../../../../src/model/rendered-object';
import { stringifyYaml } from '../../../../src/render/yaml/stringify';
import type { Delivered } from '../harness/delivered';
import { until } from '../harness/processes';

const ACTION = 'alb.ingress.kubernetes.io/actions.game-stable';
const START = '{"Type":"forward","ForwardConfig":{"TargetGroups":[]}}';
const WEIGHTS = START.replace('[]', '[{"Weight":20}]');

/** Without the fields that an Application is told to leave alone: so the test of those fields could fail. */
export function undoesOtherwise(delivered: () => Delivered): void {
  it('3.2 takes the weights of a canary back by self-heal, where its Application is not told to leave them alone', async () => {
    const { plane, argocd, project } = delivered();
    const ingress = delivered().find('game-2048', 'Ingress');
    const action = async () => (await plane.api.get(ingress.object.value)).metadata.annotations[ACTION];
    project.write(`dist/${ingress.path}`, withStart(ingress.content, 'none'));
    await delivered().push('a start value, and nobody is told to leave it alone');
    await delivered().settled();
    expect(await action()).toBe(START);

    await plane.api.patch(ingress.object.value, { metadata: { annotations: { [ACTION]: WEIGHTS } } });
    expect(await action()).toBe(WEIGHTS);
    await argocd.refresh(delivered().name('game-2048'));
    await until('the weights are taken back', 60, async () => ((await action()) === START ? true : undefined));

    project.write(`dist/${ingress.path}`, ingress.content);
    await delivered().push('as it was');
    await delivered().settled();
  });
}

/** What a controller writes while it works, and what a person writes by hand, in one object. */
export function leavesAlone(delivered: () => Delivered): void {
  it('3.2 leaves the weights of a canary alone, in self-heal and in a sync that changes the same Ingress', async () => {
    const { plane, argocd, project } = delivered();
    const ingress = delivered().find('game-2048', 'Ingress');
    const application = delivered()
      .files()
      .find(({ object }) => object.kind === 'Application' && object.name === delivered().name('game-2048'));
    if (application === undefined) throw new Error('game-2048 has no Application');
    const write = (label: string) => project.write(`dist/${ingress.path}`, withStart(ingress.content, label));
    project.write(`dist/${application.path}`, withIgnored(application.object.value, ingress.object.name));
    write('one');
    await delivered().push('share requests out, with a start value');
    await delivered().settled();
    const annotations = async () => (await plane.api.get(ingress.object.value)).metadata.annotations;
    expect((await annotations())[ACTION]).toBe(START);

    const byHand = 'alb.ingress.kubernetes.io/scheme';
    const { [byHand]: scheme } = await annotations();
    await plane.api.patch(ingress.object.value, { metadata: { annotations: { [ACTION]: WEIGHTS, [byHand]: 'none' } } });
    await argocd.refresh(delivered().name('game-2048'));
    await until('what a person wrote is undone', 60, async () =>
      (await annotations())[byHand] === scheme ? true : undefined,
    );
    expect((await annotations())[ACTION]).toBe(WEIGHTS);

    write('two');
    await delivered().push('change the same Ingress');
    await until('the change has come', 60, async () =>
      (await plane.api.get(ingress.object.value)).metadata.labels['example.com/change'] === 'two' ? true : undefined,
    );
    await delivered().settled();
    expect((await annotations())[ACTION]).toBe(WEIGHTS);
  });
}

/** The action stands in Git, as a canary begins. */
function withStart(text: string, label: string): string {
  return text
    .replace('  annotations:\n', `  annotations:\n    ${ACTION}: '${START}'\n`)
    .replace('  labels:\n', `  labels:\n    example.com/change: ${label}\n`);
}

/** The Application as it would be rendered beside a Rollout that names the Ingress. */
function withIgnored(application: unknown, ingress: string): string {
  if (!isJsonObject(application) || !isJsonObject(application['spec'])) throw new Error('not an Application');
  const origin = { environment: 'prod', app: 'game-2048' };
  const inNamespace = (apiVersion: string, kind: string, name: string, spec = {}) =>
    renderedObject({ apiVersion, kind, metadata: { name, namespace: 'game-2048' }, spec }, origin);
  const alb = { ingress, rootService: 'game-stable', servicePort: 80 };
  const strategy = { canary: { stableService: 'game-stable', trafficRouting: { alb } } };
  const ignoreDifferences = writtenByControllers([
    inNamespace('argoproj.io/v1alpha1', 'Rollout', 'game', { strategy }),
    inNamespace('networking.k8s.io/v1', 'Ingress', ingress),
  ]).map((fields) => ({ ...fields }));
  const { syncPolicy, ...spec } = application['spec'];
  const { syncOptions, ...policy } = isJsonObject(syncPolicy) ? syncPolicy : {};
  const options = [...(Array.isArray(syncOptions) ? syncOptions : []), 'RespectIgnoreDifferences=true'];
  return stringifyYaml({
    ...application,
    spec: { ...spec, ignoreDifferences, syncPolicy: { ...policy, syncOptions: options } },
  });
}
