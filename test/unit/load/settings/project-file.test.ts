import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadFacts } from '../../../../src/load/settings/facts';
import { readSettingsFile } from '../../../../src/load/settings/read-yaml';
import { eksEnvironment } from '../../../support/environment';

const DEV = join('environments', 'dev');
let folder: string;
let root: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-file-'));
  root = join(folder, 'project');
  mkdirSync(join(root, DEV), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const settings = () => readSettingsFile(join(root, DEV, 'environment.yaml'), root);
const facts = () => {
  const read = loadFacts(root, eksEnvironment({ name: 'dev' }));
  return 'problems' in read ? read.problems.map(({ message }) => message) : [];
};
const said = () => {
  const read = settings();
  return 'problems' in read ? read.problems.map(({ message }) => message) : [];
};

it('6.6 settings that are a link to a file outside the project are refused, and not shown', () => {
  writeFileSync(join(folder, 'secret.yaml'), 'password: hunter2\n');
  symlinkSync(join(folder, 'secret.yaml'), join(root, DEV, 'environment.yaml'));
  symlinkSync(join(folder, 'secret.yaml'), join(root, DEV, 'facts.json'));
  expect(said()).toEqual(['the file is a link that leads outside the project.']);
  expect(facts()).toEqual(['the file is a link that leads outside the project.']);
});

it('6.6 a link to a file of the project is followed', () => {
  writeFileSync(join(root, 'common.yaml'), 'tier: development\n');
  symlinkSync(join(root, 'common.yaml'), join(root, DEV, 'environment.yaml'));
  expect(settings()).toMatchObject({ file: { value: { tier: 'development' } } });
});

it('6.5 a pipe in the place of settings or facts is refused at once', () => {
  for (const name of ['environment.yaml', 'facts.json']) spawnSync('mkfifo', [join(root, DEV, name)]);
  expect([said(), facts()]).toEqual([['this is not a file.'], ['this is not a file.']]);
});

it('6.5 facts of 300 MB are refused unread', () => {
  writeFileSync(join(root, DEV, 'facts.json'), '');
  truncateSync(join(root, DEV, 'facts.json'), 300_000_000);
  expect(facts()).toEqual(['the file has 300000000 bytes; it may have 8388608.']);
});
