import type { Delivered } from '../harness/delivered';
import { render } from '../harness/delivery';
import { filesOf } from '../harness/dist';

const APP = 'podinfo';
const DIGEST = `sha256:${'5'.repeat(64)}`;
const IMAGE = `ghcr.io/stefanprodan/podinfo:6.14.2@${DIGEST}`;

/** The end of a release (`test/cli/story.test.ts` has its begin): what is merged is synced, promoted, and taken back. */
export function promotes(delivered: () => Delivered): void {
  it('14.4 syncs what was bumped, merged and promoted, and its git revert', async () => {
    const { environment, project, git, plane, dist } = delivered();
    const from = environment === 'prod' ? 'staging' : 'dev';
    const run = (...args: readonly string[]) => {
      const { code, stdout, stderr } = project.run(...args, '--no-typecheck');
      if (code !== 0) throw new Error(`${args[0]} ends with ${code}: ${stderr}${stdout}`);
    };
    const isOf = ({ object }: ReturnType<Delivered['find']>) => object.app === APP && object.kind === 'Deployment';
    const images = async (): Promise<readonly string[]> => {
      const found: string[] = [];
      for (const { object } of delivered().files().filter(isOf)) {
        const live = await plane.api.get(object.value);
        for (const { image } of live.spec.template.spec.containers) found.push(image);
      }
      return found.sort();
    };
    const before = await images();
    expect(before.join()).not.toContain(DIGEST);

    render(project, [from]);
    run('bump', APP, `podinfo=${IMAGE}`, '--env', from);
    render(project, [from]);
    expect(filesOf(from, dist).some(({ content }) => content.includes(DIGEST))).toBe(true);
    await delivered().push(`bump ${from}`);
    await delivered().settled();
    expect(await images()).toEqual(before);

    run('promote', APP, '--from', from, '--to', environment);
    render(project, [environment]);
    await delivered().push(`promote to ${environment}`);
    await delivered().settled();
    expect((await images()).join()).toContain(DIGEST);

    git.revert();
    await delivered().argocd.refresh();
    await delivered().settled();
    expect(await images()).toEqual(before);
    // The project is brought to what the repository holds, for what comes after.
    project.edit(`environments/${environment}/release.yaml`, `tag: "6.14.2", digest: ${DIGEST} }`, 'tag: "6.14.1" }');
    render(project, [environment]);
  });
}
