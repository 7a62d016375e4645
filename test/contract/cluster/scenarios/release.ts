import { at } from '../../../../src/model/json';
import type { Live } from '../harness/api';
import type { Delivered } from '../harness/delivered';
import type { JudgedFile } from '../harness/dist';
import { pause, until } from '../harness/processes';

const APP = 'storefront';
const ACTION = 'alb.ingress.kubernetes.io/actions.web';
const SCHEME = 'alb.ingress.kubernetes.io/scheme';
const HASH = 'rollouts-pod-template-hash';
const SECONDS = 90;
const MANAGED_BY = 'app.kubernetes.io/managed-by';
/** A label that Git has otherwise: what Git does not say at all, nobody heals. */
const BY_HAND = { metadata: { labels: { [MANAGED_BY]: 'somebody' } } };

/** The controller of Argo Rollouts carries a release out, while Argo CD heals by itself what is not its own. */
export function releases(delivered: () => Delivered): void {
  it('4 keeps a canary at its step, in self-heal and in a sync that changes the same Ingress', async () => {
    const ingress = named(delivered(), 'Ingress', 'web');
    const rollout = named(delivered(), 'Rollout', 'web');
    const weight = async () => weightOf(await live(delivered(), ingress), 'web-canary');
    expect(await weight()).toBe(0);
    await newVersion(delivered(), rollout);
    await until('the first step', SECONDS, async () => ((await weight()) === 20 ? true : undefined));
    const selectors = await selectorsOf(delivered(), 'web', 'web-canary');
    expect(new Set(Object.values(selectors)).size).toBe(2);

    const { [SCHEME]: scheme } = (await live(delivered(), ingress)).metadata.annotations;
    await patch(delivered(), ingress, { metadata: { annotations: { [SCHEME]: 'none' } } });
    await patch(delivered(), named(delivered(), 'Service', 'web'), BY_HAND);
    await delivered().argocd.refresh(delivered().name(APP));
    await until('what a person wrote is undone', SECONDS, async () => {
      const undone = (await live(delivered(), ingress)).metadata.annotations[SCHEME] === scheme;
      return undone && (await isHealed(delivered(), 'web')) ? true : undefined;
    });
    expect(await weight()).toBe(20);
    expect(await selectorsOf(delivered(), 'web', 'web-canary')).toEqual(selectors);

    const { project } = delivered();
    project.write(`dist/${ingress.path}`, labelled(ingress.content));
    await delivered().push('change the Ingress of a canary');
    await until('the change has come', SECONDS, async () =>
      (await live(delivered(), ingress)).metadata.labels['example.com/change'] === 'yes' ? true : undefined,
    );
    expect(await weight()).toBe(20);
    expect(await selectorsOf(delivered(), 'web', 'web-canary')).toEqual(selectors);

    await promoted(delivered(), rollout, { promoteFull: true }, async () => {
      const { web } = await selectorsOf(delivered(), 'web');
      return web === selectors['web-canary'] && (await weight()) === 0;
    });
    await delivered().settled();
  });

  it('4 switches from blue to green when somebody promotes it, and neither Service is set back before', async () => {
    const rollout = named(delivered(), 'Rollout', 'quotes');
    const selectors = () => selectorsOf(delivered(), 'quotes', 'quotes-preview');
    const before = await selectors();
    await newVersion(delivered(), rollout);
    await until('the preview', SECONDS, async () => {
      const { quotes, 'quotes-preview': preview } = await selectors();
      return quotes === before['quotes'] && preview !== quotes ? true : undefined;
    });
    const during = await selectors();
    await until('it waits', SECONDS, async () =>
      (await live(delivered(), rollout)).status.pauseConditions !== undefined ? true : undefined,
    );
    await patch(delivered(), named(delivered(), 'Service', 'quotes'), BY_HAND);
    await delivered().argocd.refresh(delivered().name(APP));
    await until('what a person wrote is undone', SECONDS, async () =>
      (await isHealed(delivered(), 'quotes')) ? true : undefined,
    );
    expect(await selectors()).toEqual(during);

    await promoted(
      delivered(),
      rollout,
      { pauseConditions: null },
      async () => (await selectors())['quotes'] === during['quotes-preview'],
    );
    await delivered().settled();
  });

  it('4 moves requests by the weight that Git holds, without a controller', async () => {
    const ingress = named(delivered(), 'Ingress', 'landing');
    const key = 'alb.ingress.kubernetes.io/actions.landing';
    const text = (await live(delivered(), ingress)).metadata.annotations[key];
    const shifted = text.replace(/"weight":\d+(.*)"weight":\d+/, '"weight":10$1"weight":90');
    expect(shifted).not.toBe(text);
    delivered().project.write(`dist/${ingress.path}`, ingress.content.replace(text, shifted));
    await delivered().push('promote landing-green');
    await delivered().settled();
    expect((await live(delivered(), ingress)).metadata.annotations[key]).toBe(shifted);
  });
}

function named(delivered: Delivered, kind: string, name: string): JudgedFile {
  const found = delivered
    .files()
    .find(({ object }) => object.app === APP && object.kind === kind && object.name === name);
  if (found === undefined) throw new Error(`${APP} renders no ${kind} ${name}`);
  return found;
}

async function live({ plane }: Delivered, { object }: JudgedFile): Promise<Live> {
  return plane.api.get(object.value);
}

async function isHealed(delivered: Delivered, service: string): Promise<boolean> {
  const { metadata } = await live(delivered, named(delivered, 'Service', service));
  return metadata.labels[MANAGED_BY] === 'cdk8s-eks';
}

async function patch({ plane }: Delivered, { object }: JudgedFile, change: Live, below = ''): Promise<void> {
  await plane.api.patch(object.value as Live, change, below);
}

/** What `kubectl argo rollouts promote` does; a person does it again where the controller was writing at that moment. */
async function promoted(
  delivered: Delivered,
  rollout: JudgedFile,
  status: Live,
  isDone: () => Promise<boolean>,
): Promise<void> {
  await until(`${rollout.object.name} is promoted`, SECONDS, async () => {
    if (await isDone()) return true;
    await pause(2000);
    await patch(delivered, rollout, { status }, '/status');
    // Its cache may have missed that while it wrote itself, and the same once more is no event.
    await patch(delivered, rollout, { metadata: { annotations: { 'example.com/asked': String(Date.now()) } } });
    await pause(2000);
    return undefined;
  });
}

/** A new image in Git, as a pull request brings it. */
async function newVersion(delivered: Delivered, { path, content }: JudgedFile): Promise<void> {
  const changed = content.replace(/(image: \S+:)\S+/, '$1next');
  delivered.project.write(`dist/${path}`, changed);
  await delivered.push('a new version');
}

function labelled(text: string): string {
  return text.replace('  labels:\n', '  labels:\n    example.com/change: "yes"\n');
}

/** What the load balancer is told. */
function weightOf(ingress: Live, service: string): number | undefined {
  const action: unknown = JSON.parse(ingress.metadata.annotations[ACTION]);
  const groups = at(action, 'ForwardConfig', 'TargetGroups');
  const group = Array.isArray(groups) ? groups.find((one) => at(one, 'ServiceName') === service) : undefined;
  const weight = at(group, 'Weight');
  return typeof weight === 'number' ? weight : undefined;
}

/** The version that each Service leads to. */
async function selectorsOf(delivered: Delivered, ...names: readonly string[]): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const name of names)
    found[name] = at(await live(delivered, named(delivered, 'Service', name)), 'spec', 'selector', HASH);
  return found;
}
