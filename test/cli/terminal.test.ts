import { spawnSync } from 'node:child_process';
import { BINARY, SHOP, TestProject } from '../support/project';

/** `script` of util-linux gives a program a terminal. */
const there = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') === true;
if (!there) console.warn('what a terminal shows was not tried: there is no `script` of util-linux on the PATH');

describe('on a terminal', () => {
  (there ? it : it.skip)('8.6 the line of the progress is gone before what stops the run is told', () => {
    const project = new TestProject({ 'shop.ts': SHOP.replace('port: 9898', 'port: -1') });
    try {
      const line = `${process.execPath} ${BINARY} --project ${project.root} synth`;
      const { stdout } = spawnSync('script', ['-qec', line, '/dev/null'], { encoding: 'utf8' });
      const [before = ''] = stdout.split('error APP_RENDER');
      expect(stdout).toContain('error APP_RENDER: ');
      expect([before === '', before.endsWith('\r\u001b[2K')]).toContain(true);
    } finally {
      project.remove();
    }
  });
});
