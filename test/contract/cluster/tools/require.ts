import { findTool } from './obtain';
import { planFor } from './pins';

/**
 * The paths of programs by their plain names, Kubernetes' own in the given minor version.
 * @throws Error naming every one that is missing, and how to have it
 */
export function requireTools<Name extends string>(
  names: readonly Name[],
  minor: string,
): Readonly<Record<Name, string>> {
  const missing: string[] = [];
  const paths: Partial<Record<Name, string>> = {};
  const { tools } = planFor([minor]);
  for (const name of names) {
    const tool = tools.find((one) => one.name.replace(/-\d+\.\d+\.\d+$/, '') === name);
    const found = tool === undefined ? { missing: `${name} of Kubernetes ${minor} is not pinned` } : findTool(tool);
    if ('missing' in found) missing.push(found.missing);
    else paths[name] = found.path;
  }
  if (missing.length > 0) throw new Error(`run \`npm run contract:tools\` first: ${missing.join('; ')}`);
  return paths as Record<Name, string>;
}
