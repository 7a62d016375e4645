import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadEnvironments } from '../../../../src/load/settings/environments';
import { messageOf } from '../../../support/thrown';

const ROOT = join(__dirname, '..', '..', '..', '..');

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'cdk8s-eks-unread-')), 'environments');
  cpSync(join(ROOT, 'environments'), folder, { recursive: true });
});
afterEach(() => rmSync(dirname(folder), { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}
const said = () => messageOf(() => loadEnvironments(dirname(folder)));

describe('a folder below environments/', () => {
  it('8.4 without an environment in it is named as such', () => {
    mkdirSync(join(folder, 'qa'));
    write('test/settings.yaml', 'platform: eks\n');
    expect(
      said(),
    ).toBe(`environments/qa/environment.yaml:1:1: the folder environments/qa holds no environment.yaml, so nothing is rendered for it.
fix: add the file, or delete the folder.

environments/test/environment.yaml:1:1: the folder environments/test holds no environment.yaml, so nothing is rendered for it.
fix: add the file, or delete the folder.`);
  });

  it('8.4 whose environment is misspelt says how it is spelt', () => {
    renameSync(join(folder, 'prod', 'release.yaml'), join(folder, 'prod', 'relase.yaml'));
    write('qa/enviroment.yaml', 'extends: eks.yaml\n');
    expect(said()).toBe(`environments/prod/relase.yaml:1:1: a file of this name is not read.
fix: call it release.yaml.

environments/qa/environment.yaml:1:1: the folder environments/qa holds no environment.yaml, so nothing is rendered for it.
fix: call qa/enviroment.yaml environment.yaml.`);
  });

  it('8.4 alone is named too, where there is no environment at all', () => {
    for (const name of ['dev', 'local', 'prod', 'staging']) rmSync(join(folder, name), { recursive: true });
    rmSync(join(folder, 'eks.yaml'));
    rmSync(join(folder, 'defaults.yaml'));
    mkdirSync(join(folder, 'qa'));
    expect(said()).toContain('the folder environments/qa holds no environment.yaml');
  });

  it('8.4 of parents, notes and what is hidden are left alone', () => {
    renameSync(join(folder, 'eks.yaml'), join(folder, 'shared.yaml'));
    write('shared/eks.yaml', 'extends: shared.yaml\n');
    for (const name of ['dev', 'prod', 'staging'])
      write(`${name}/environment.yaml`, readWith(`${name}/environment.yaml`, 'extends: shared/eks.yaml'));
    write('docs/README.md', '# How we name clusters\n');
    write('.idea/x.yaml', 'a: 1\n');
    write('prod/environment.yaml.orig', '');
    write('prod/environment.old.yaml', '');
    expect(loadEnvironments(dirname(folder))).toHaveLength(4);
  });
});

function readWith(file: string, line: string): string {
  return readFileSync(join(folder, file), 'utf8').replace('extends: eks.yaml', line);
}

describe('a file below environments/', () => {
  it('8.4 that no environment extends is told, and one that was meant as the defaults says so', () => {
    renameSync(join(folder, 'defaults.yaml'), join(folder, 'default.yaml'));
    write('old-eks.yaml', 'platform: eks\n');
    for (const name of ['dev', 'local', 'prod', 'staging'])
      write(`${name}/environment.yaml`, `${readWith(`${name}/environment.yaml`, 'extends: eks.yaml')}owners: {}\n`);
    expect(said()).toBe(`environments/default.yaml:1:1: no environment extends this file, so nobody reads it.
fix: call it defaults.yaml.

environments/old-eks.yaml:1:1: no environment extends this file, so nobody reads it.
fix: extend it in an environment, or delete it.`);
  });

  it('8.4 that all environments take from is named where it is missing', () => {
    rmSync(join(folder, 'defaults.yaml'));
    expect(
      said().split('\n\n')[1],
    ).toBe(`environments/local/environment.yaml:1:1 › owners: found nothing; wanted a map from names of your own to a map with the keys namespaces, clusterKinds, repositories, applicationNamespaces, platform and addOns.
fix: add \`owners\` here, or for all environments in environments/defaults.yaml, which does not exist.`);
  });
});

describe('a file whose name differs in capitals, or in its ending', () => {
  it('1.5 is told, also beside the one that is read', () => {
    write('dev/Release.yaml', 'apps: {}\n');
    write('prod/RELEASE.yml', 'apps: {}\n');
    write('prod/Facts.json', '{}\n');
    write('qa/Environment.yaml', 'extends: eks.yaml\n');
    expect(said()).toBe(`environments/dev/Release.yaml:1:1: a file of this name is not read.
fix: call it release.yaml.

environments/prod/Facts.json:1:1: a file of this name is not read.
fix: call it facts.json.

environments/prod/RELEASE.yml:1:1: a file of this name is not read.
fix: call it release.yaml.

environments/qa/Environment.yaml:1:1: a file of this name is not read.
fix: call it environment.yaml.`);
  });

  it.each(['defaults.yml', 'defaults.json', 'Defaults.yaml'])(
    '1.5 is told where it was meant as the defaults: %s',
    (name) => {
      renameSync(join(folder, 'defaults.yaml'), join(folder, name));
      expect(said().split('\n\n')[0]).toBe(
        `environments/${name}:1:1: a file of this name is not read.\nfix: call it defaults.yaml.`,
      );
    },
  );
});

describe('a setting of another form', () => {
  const instead = (line: string, other: string) => {
    write('prod/environment.yaml', readWith('prod/environment.yaml', 'extends: eks.yaml').replace(line, other));
    return said();
  };

  it('8.4 says which keys a map has', () =>
    expect(instead('identity:\n  mode: irsa\n', 'identity: irsa\nvalues2:\n  mode: irsa\n')).toContain(
      'found "irsa"; wanted a map with the keys mode, ack, authenticationMode, groups, oidcIssuer, iamRoles, accessEntries, podIdentityAssociations, identityProviders and awsAuth.\n',
    ));

  it('8.4 says what the items of a list are', () =>
    expect(instead('minReplicas: 2', 'external: 2')).toContain(
      'found 2; wanted a list, each item a map with the keys group, kind, namespace, name and keys.\n',
    ));

  it('8.4 says what a choice is between, where it is missing', () =>
    expect(
      instead('  destination: { clusterArn', '  syncPolicy: {}\n  # { clusterArn'),
    ).toBe(`environments/prod/environment.yaml:46:1 › gitops.destination: found nothing; wanted exactly one of name, server and clusterArn, as text.
46 | gitops:
   | ^
fix: add \`destination\`.`));
});

describe('extends', () => {
  const extending = (parent: string) => {
    write('prod/environment.yaml', readWith('prod/environment.yaml', `extends: ${parent}`));
    return said();
  };

  it('8.4 of an environment is refused, and says what to extend', () =>
    expect(
      extending('dev'),
    ).toBe(`environments/prod/environment.yaml:2:10 › extends: "dev" is an environment, and an environment extends a file that it shares with others.
2 | extends: dev
  |          ^
fix: put what both share into a file below environments/, such as eks.yaml, and extend that in both.`));

  it('8.4 of a folder names the files in it', () => {
    write('shared/a.yaml', 'platform: eks\n');
    expect(
      extending('shared'),
    ).toBe(`environments/prod/environment.yaml:2:10 › extends: "shared" is a folder; wanted the name of one file.
2 | extends: shared
  |          ^
fix: name a file in it: shared/a.yaml.`);
  });
});
