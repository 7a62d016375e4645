import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { INGRESS_CLASS, SHOP, TestProject } from './project';

/** Rendered and committed; then the app is taken away and its files with it: what only Git still knows. */
export class Emptied extends TestProject {
  constructor(
    readonly out: string,
    commit: (root: string) => void,
  ) {
    super({ 'shop.ts': SHOP, 'ingress.ts': INGRESS_CLASS });
    expect(this.run('synth', '--env', 'prod', '--out', out).code).toBe(0);
    commit(this.root);
    rmSync(join(this.root, out, 'prod', 'shop'), { recursive: true });
    this.edit('apps/shop.ts', "owner: 'games',", "owner: 'games',\n  skip: { prod: 'moves elsewhere' },");
  }

  /** The first line of what is said, and the exit code. */
  refused(env: Readonly<Record<string, string>> = {}) {
    const { code, stderr } = this.runWith(env, 'synth', '--env', 'prod', '--out', this.out);
    return [code, stderr.split('\n')[0]];
  }
}

export const REFUSED = [1, 'error DELETION: all 6 objects of prod/shop would be deleted from the cluster:'];
