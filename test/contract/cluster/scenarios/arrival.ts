import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../support/project';
import { type Delivered, IN_CLUSTER } from '../harness/delivered';
import { filesOf } from '../harness/dist';
import { identities, outOfOrder } from '../harness/inventory';
import { record } from '../harness/verdicts';

/** An environment comes to a cluster that has nothing yet. */
export function arrives(delivered: () => Delivered): void {
  it('gets what is committed here, but for the repository, the destination and what the EKS capability alone needs', () => {
    const { environment, dist, git } = delivered();
    const expected = (path: string) =>
      readFileSync(join(ROOT, 'dist', path), 'utf8')
        .replace(/^( *(?:- )?)server: arn:aws:eks:\S+$/gm, `$1server: ${IN_CLUSTER}`)
        .replace(/^ {2}sourceNamespaces:\n(?: {4}- .*\n)+/gm, '')
        .replaceAll('https://git.example.com/platform/cdk8s-eks.git', git.url);
    const rendered = filesOf(environment, dist);
    expect(rendered.map(({ path }) => path)).toEqual(filesOf(environment).map(({ path }) => path));
    for (const { path, content } of rendered) expect(content).toBe(expected(path));
    const bootstrap = `_bootstrap/${environment}.yaml`;
    expect(readFileSync(join(dist, bootstrap), 'utf8')).toBe(expected(bootstrap));
  });

  it('brings root and every Application to Synced and Healthy after one apply by hand', async () => {
    // Tenants and the apps in them come in this one commit: their namespaces are there when the retry comes.
    await delivered().push('the whole environment');
    await delivered().bootstrap();
    await delivered().settled(240);
    const { environment, plane } = delivered();
    record(`applications/${environment}`, { version: plane.version, applications: delivered().names().length });
  });

  it('has on the cluster exactly what is in dist/', async () => {
    const live = await delivered().live();
    expect([...live.keys()].sort()).toEqual(identities(delivered().files()));
  });

  it('keeps the order of waves within each Application', async () => {
    expect(outOfOrder(delivered().files(), await delivered().live())).toEqual([]);
  });
}
