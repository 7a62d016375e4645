import { type Spelling, wrongSpelling } from './spelling';

/** The name of an app, an owner or an environment. Apps and environments name folders of the output. */
export const FOLDER_NAME: Spelling = {
  pattern: /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/,
  max: 40,
  characters: 'lower-case letters, digits and inner hyphens',
};

export function wrongFolderName(name: string): string | undefined {
  return wrongSpelling(name, FOLDER_NAME);
}
