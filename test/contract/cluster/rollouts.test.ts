import { writtenByControllers } from '../../../src/gitops/ignored-fields';
import { at } from '../../../src/model/json';
import type { Live } from './harness/api';
import { ControlPlane } from './harness/control-plane';
import { installDefinitions } from './harness/definitions';
import { filesOf, type JudgedFile } from './harness/dist';
import { judgedEnvironments } from './harness/judged';
import { pause, until } from './harness/processes';
import { startRollouts } from './harness/rollouts';

const HASH = 'rollouts-pod-template-hash';
const ACTION = 'alb.ingress.kubernetes.io/actions.web';
const judged = judgedEnvironments().filter(([environment]) => environment === 'prod');

/** What the controller of Argo Rollouts itself does with what is rendered. */
describe.each(judged)('the controller of Argo Rollouts, in %s on Kubernetes %s', (environment, version) => {
  let plane: ControlPlane;
  const files = filesOf(environment).filter(({ object }) => object.app === 'storefront');
  const find = (kind: string, name: string): JudgedFile => {
    const found = files.find(({ object }) => object.kind === kind && object.name === name);
    if (found === undefined) throw new Error(`storefront renders no ${kind} ${name}`);
    return found;
  };
  const live = async (kind: string, name: string): Promise<Live> => plane.api.get(find(kind, name).object.value);
  const phase = async (name: string) => (await live('Rollout', name)).status?.phase;
  const action = async (): Promise<string> => (await live('Ingress', 'web')).metadata.annotations[ACTION];
  const selected = async (name: string) => at(await live('Service', name), 'spec', 'selector', HASH);

  beforeAll(async () => {
    plane = await ControlPlane.start({ version, running: true });
    await installDefinitions(plane.api);
    await startRollouts(plane);
    const order = ['Namespace', 'ServiceAccount', 'Service', 'Ingress'];
    const rank = ({ object }: JudgedFile) => (order.indexOf(object.kind) + order.length + 1) % (order.length + 1);
    for (const file of [...files].sort((a, b) => rank(a) - rank(b) || 0)) await plane.api.apply(file.object.value);
  });
  afterAll(() => plane?.stop());

  it.each(['web', 'quotes'])('4 takes Rollout %s, and finds it healthy', async (name) => {
    await until('it is healthy', 90, async () => ((await phase(name)) === 'Healthy' ? true : undefined));
  });

  it('4 leaves the action at rest byte for byte as Git has it', async () => {
    expect(await action()).toBe(at(find('Ingress', 'web').object.value, 'metadata', 'annotations', ACTION));
  });

  it('4 writes those fields alone that an Application is told to leave to it', async () => {
    const ignored = writtenByControllers(files.map(({ object }) => object));
    for (const { object } of files.filter(({ object: { kind } }) => kind === 'Service' || kind === 'Ingress')) {
      const { annotations = {} } = (await plane.api.get(object.value)).metadata;
      const own = Object.keys({ ...(at(object.value, 'metadata', 'annotations') as object | undefined) });
      const pointers = ignored
        .filter(({ kind, name }) => kind === object.kind && name === object.name)
        .flatMap(({ jsonPointers = [] }) => jsonPointers);
      for (const key of Object.keys(annotations).filter((one) => !own.includes(one)))
        expect(pointers).toContain(`/metadata/annotations/${key.replaceAll('/', '~1')}`);
    }
  });

  it('4 goes to the first step of a canary, and on when it is promoted', async () => {
    await newVersion('web');
    await until('the first step', 90, async () => ((await action()).includes('"Weight":20') ? true : undefined));
    const next = await selected('web-canary');
    expect(next).not.toBe(await selected('web'));
    await promoted('web', { promoteFull: true }, next);
    await until('it is healthy', 90, async () => ((await phase('web')) === 'Healthy' ? true : undefined));
  });

  it('4 shows the next version at the preview, and switches when it is promoted', async () => {
    const before = await selected('quotes');
    await newVersion('quotes');
    await until('it waits', 90, async () => ((await phase('quotes')) === 'Paused' ? true : undefined));
    const next = await selected('quotes-preview');
    expect([await selected('quotes'), next === before]).toEqual([before, false]);
    await promoted('quotes', { pauseConditions: null }, next);
  });

  /** What `kubectl argo rollouts promote` does; a person does it again where the controller was writing at that moment. */
  async function promoted(name: string, status: Live, next: unknown): Promise<void> {
    await until(`${name} is promoted`, 60, async () => {
      if ((await selected(name)) === next) return true;
      await pause(2000);
      await plane.api.patch(find('Rollout', name).object.value as Live, { status }, '/status');
      // Its cache may have missed that while it wrote itself, and the same once more is no event.
      const annotations = { 'example.com/asked': String(Date.now()) };
      await plane.api.patch(find('Rollout', name).object.value as Live, { metadata: { annotations } });
      await pause(2000);
      return undefined;
    });
  }

  async function newVersion(name: string): Promise<void> {
    const { object } = find('Rollout', name);
    const text = JSON.stringify(object.value).replace(/("image":"[^:"]+:)[^"]+/, '$1next');
    await plane.api.apply(JSON.parse(text));
  }
});
