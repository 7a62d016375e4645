import { FLUX_APP } from '../../knowledge/argocd/output-paths';
import { deliveryName, ROOT, SOURCE } from '../../model/delivery-name';
import type { Environment } from '../../model/environment';
import { type Problem, ToolError } from '../../model/errors';
import type { GitOps } from '../../model/gitops';
import { FIELDS_OF_ARGOCD } from '../../model/ignored-fields';
import { deepFreeze } from '../../model/json';
import { by } from '../../model/order';
import { type RenderedObject, renderedObject } from '../../model/rendered-object';
import type { DeliveredApp } from '../application';
import { lengthProblems } from '../names';
import { gitRepository } from './git-repository';
import { kustomization } from './kustomization';
import { ownerAccounts } from './owner-accounts';

/**
 * What root brings where Flux reads the output: the repository, one Kustomization per app that rendered something, and the
 * accounts of owners where the settings want some.
 * @throws ToolError SETTINGS with every name that is too long, and all that Flux has no counterpart of
 */
export function fluxObjects(
  environment: Environment,
  gitops: GitOps,
  apps: readonly DeliveredApp[],
): readonly RenderedObject[] {
  const sorted = [...apps].sort(by((app) => app.name));
  const problems = [
    ...lengthProblems(
      environment,
      [ROOT, SOURCE, ...sorted.map(({ name }) => name)].map((name) => deliveryName(environment, name)),
    ),
    ...sorted.flatMap((app) => [...addOnProblems(environment, app), ...ignoredProblems(environment, app)]),
  ];
  if (problems.length > 0) throw new ToolError('SETTINGS', problems);
  const values = [
    gitRepository(environment, gitops),
    ...ownerAccounts(environment, gitops),
    ...sorted.map((app) => kustomization(environment, gitops, app)),
  ];
  const origin = { environment: environment.name, app: FLUX_APP };
  return values.map((value) =>
    renderedObject(deepFreeze(value), { ...origin, construct: `${FLUX_APP}/${String(value['kind'])}` }),
  );
}

/** Add-ons are installed by Applications, which Argo CD alone reads. */
function addOnProblems(environment: Environment, { name, applications }: DeliveredApp): readonly Problem[] {
  if (applications === undefined) return [];
  const message = `app ${name} renders Applications of add-ons, and with \`gitops.consumer: flux\` no Argo CD is there to read them: nothing of those add-ons would be installed.`;
  const fix = `leave the environment out in the app (\`skip: { ${environment.name}: … }\`), and install the add-ons by a HelmRelease of Flux or as add-ons of EKS.`;
  return [{ path: environment.name, message, fix }];
}

function ignoredProblems(environment: Environment, { name, ignored = [] }: DeliveredApp): readonly Problem[] {
  return ignored.flatMap((fields) => {
    const key = FIELDS_OF_ARGOCD.find((one) => (fields[one] ?? []).length > 0);
    if (key === undefined) return [];
    const message = `app ${name} has Argo CD ignore fields of ${fields.kind} by \`${key}\`. Flux knows JSON pointers alone, and would undo what others write there.`;
    return [{ path: environment.name, message, fix: 'name the fields by `jsonPointers`.' }];
  });
}
