import { uncheckedTypes } from '../../../src/run/survey/unchecked-types';
import { TestProject } from '../../support/project';

describe('a run that does not check types', () => {
  let project: TestProject;
  beforeEach(() => {
    project = new TestProject();
  });
  afterEach(() => project.remove());

  const told = (asked: boolean) => uncheckedTypes({ project: project.root, out: '', package: '' }, asked);

  it('1.3 says what it lacks, or that nobody asked for it', () => {
    expect(told(true)).toBe('types not checked: there is no TypeScript in node_modules');
    project.withTypeScript();
    expect([told(true), told(false)]).toEqual([undefined, 'types not checked']);
    project.delete('tsconfig.json');
    expect([told(true), told(false)]).toEqual(Array(2).fill('types not checked: there is no tsconfig.json'));
  });

  it('1.3 ends with it, once', () => {
    expect(project.run('check').stdout).toMatch(
      / unknown; types not checked: there is no TypeScript in node_modules\n$/,
    );
  });
});
