import type { Problems } from '../shared/problems';
import type { ProviderObject, SecretProviderClassProps } from './secret-provider-class-props';

/** The names of the files that an object is mounted as. */
function filesOf({ name, alias, fields = {} }: ProviderObject): readonly string[] {
  return [alias ?? name.replaceAll('/', '_'), ...Object.values(fields)];
}

/** What the provider, which nobody checks before a Pod mounts, would refuse. */
export function judgeProviderObjects({ objects, secrets = {} }: SecretProviderClassProps, problems: Problems): void {
  problems.unless(objects.length > 0, 'objects is empty, so the mount fails.', 'name what is to be mounted.');
  const files = new Set<string>();
  for (const object of objects) {
    for (const file of filesOf(object)) {
      problems.unless(
        !files.has(file),
        `two objects are mounted as the file "${file}"; the provider refuses the mount, and Pods stay in ContainerCreating.`,
        'give each an alias of its own.',
      );
      files.add(file);
    }
    problems.unless(
      object.filePermission === undefined || /^[0-7]{4}$/.test(object.filePermission),
      `filePermission of ${object.name} is "${object.filePermission}"; the provider refuses the mount.`,
      'write four octal digits, such as 0440.',
    );
  }
  // A Secret names an object by its alias, or by its name as it is written.
  for (const { name, alias } of objects) if (alias === undefined) files.add(name);
  for (const [secret, { keys }] of Object.entries(secrets)) judgeKeys(secret, keys, files, problems);
}

function judgeKeys(
  secret: string,
  keys: Readonly<Record<string, string>>,
  files: ReadonlySet<string>,
  problems: Problems,
): void {
  for (const [key, file] of Object.entries(keys))
    problems.unless(
      files.has(file),
      `key ${key} of Secret ${secret} is the file "${file}", which is not mounted: the Secret is never made.`,
      `use one of: ${[...files].join(', ')}.`,
    );
}

/** The YAML text that the provider reads; every text in it is quoted. */
export function objectsText(objects: readonly ProviderObject[]): string {
  return objects.flatMap(objectLines).join('\n').concat('\n');
}

function objectLines({
  name,
  type = 'secretsmanager',
  alias,
  fields = {},
  versionLabel,
  filePermission,
}: ProviderObject) {
  const lines = Object.entries({
    objectName: name,
    objectType: type,
    objectAlias: alias,
    objectVersionLabel: versionLabel,
    filePermission,
  }).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`]));
  const paths = Object.entries(fields).flatMap(([path, file]) => [
    `  - path: ${JSON.stringify(jmesPath(path))}`,
    `    objectAlias: ${JSON.stringify(file)}`,
  ]);
  const all = paths.length === 0 ? lines : [...lines, 'jmesPath:', ...paths];
  return all.map((line, index) => `${index === 0 ? '- ' : '  '}${line}`);
}

/** A hyphen is an operator of JMESPath unless the name is quoted. */
function jmesPath(path: string): string {
  return /^[\w-]*-[\w-]*$/.test(path) ? `"${path}"` : path;
}
