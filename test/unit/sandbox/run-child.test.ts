import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RenderRequest } from '../../../src/sandbox/protocol';
import { startRendering } from '../../../src/sandbox/run-child';

describe('a child process', () => {
  it('finds linked packages where they lie, as pnpm and npm link make them', async () => {
    const root = mkdtempSync(join(tmpdir(), 'cdk8s-eks-child-'));
    try {
      for (const folder of ['node_modules', 'packages/linked']) mkdirSync(join(root, folder), { recursive: true });
      writeFileSync(join(root, 'packages', 'linked', 'index.js'), 'module.exports = __dirname;');
      symlinkSync(join(root, 'packages', 'linked'), join(root, 'node_modules', 'linked'), 'junction');
      const program = join(root, 'program.js');
      const answer = "require('node:v8').serialize({ linked: require('linked') })";
      writeFileSync(program, `exports.run = () => require('node:fs').writeSync(3, ${answer});`);
      const request: RenderRequest = { root, stock: false, modules: [], tasks: [], others: [] };
      const rendering = startRendering(request, program, { cwd: root, env: {} });
      expect(await rendering.answer).toEqual({ linked: join(root, 'packages', 'linked') });
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
