import { upgradeEntries } from '../../checks/upgrade/run-upgrade';
import { defined } from '../../model/defined';
import type { UpgradePath } from '../../model/upgrade/path';
import type { RenderedAs } from '../../model/upgrade/rendered-otherwise';
import type { UpgradeEntry } from '../../model/upgrade/report';
import type { Project } from './project';
import type { RenderedEnvironment } from './render-environment';

/** What one version is on the way of an upgrade. */
export interface UpgradeStep {
  readonly entries: readonly UpgradeEntry[];
  /** What is rendered for it. */
  readonly rendered: readonly RenderedAs[];
}

/** @param path absent where no upgrade is looked at */
export function upgradeStepOf(
  project: Project,
  { environment, objects }: RenderedEnvironment,
  path: UpgradePath | undefined,
): UpgradeStep {
  if (path === undefined || environment.platform !== 'eks') return { entries: [], rendered: [] };
  const step = environment.kubernetesVersion;
  const schemas = project.schemasOf(environment);
  return {
    entries: step === path.from ? [] : upgradeEntries({ environment, objects, schemas, path, step }),
    rendered: objects.map(({ group, kind, namespace, name, app, value, source }) => ({
      object: { group, kind, name, ...defined({ namespace }) },
      app,
      value,
      ...defined({ source: source() }),
    })),
  };
}
