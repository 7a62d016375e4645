import type { Declarations } from '../api/declarations';
import { apiText, DOORS, unexportedNames } from '../api/public-api';
import type { Pages } from './page';

/** What the package exports, so that a review sees every change of it. */
export function apiPages(declarations: Declarations): Pages {
  const missing = unexportedNames(declarations, DOORS);
  if (missing.length > 0)
    throw new Error(`A public declaration names what no door exports; export it as a type:\n${missing.join('\n')}`);
  return { 'api.txt': apiText(declarations, DOORS) };
}
