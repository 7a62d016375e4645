/**
 * Files that an app imports as text: `import backup from './backup.sh'`.
 * `npm run schema` writes their types, `charts/text-files.d.ts`, from this list.
 */
export const TEXT_EXTENSIONS = [
  '.sh',
  '.sql',
  '.conf',
  '.txt',
  '.json',
  '.yaml',
  '.yml',
  '.lua',
  '.toml',
  '.ini',
  '.md',
  '.xml',
  '.properties',
] as const;
