import { ARGOCD_APP } from '../../../knowledge/argocd/output-paths';
import type { AddOnName } from '../../../knowledge/aws/addons/add-on';
import { ADD_ONS, isAddOnName } from '../../../knowledge/aws/addons/catalogue';
import { addOnPlaces, repositoriesOf } from '../../../model/add-on-places';
import { ADD_ONS_PROJECT, addOnApplication, addOnOfApplication, deliveryName } from '../../../model/delivery-name';
import { destinationOf } from '../../../model/destination';
import type { Environment } from '../../../model/environment';
import type { GitOps } from '../../../model/gitops';
import { type FieldPath, mapAt, textAt } from '../../../model/json';
import { matchesPattern } from '../../../model/owner';
import type { RenderedObject } from '../../../model/rendered-object';
import type { Tell, WholeRule } from '../../engine/rule';
import { addOnOfSource, sourcesOf } from '../../reads/add-on-sources';
import { isOfAnAddOn } from '../../reads/ownership';

export const validAddOnApplication: WholeRule = {
  id: 'policy/valid-add-on-application',
  severity: 'error',
  summary: 'An Application of an add-on installs that add-on, on its own cluster, by the project of add-ons.',
  why: 'Argo CD lets an Application in its own namespace use any project, so that one under the name of an add-on could install anything anywhere. Owners are permitted add-ons by name, and nothing else.',
  see: ['https://argo-cd.readthedocs.io/en/release-3.2/user-guide/projects/'],
  checkAll({ judged, environment }, tellOf) {
    const { gitops } = environment;
    if (gitops === undefined) return;
    for (const object of judged)
      if (object.app !== ARGOCD_APP && isOfAnAddOn(object)) judge(object, { environment, gitops }, tellOf(object));
  },
};

interface Home {
  readonly environment: Environment;
  readonly gitops: GitOps;
}

function judge(object: RenderedObject, home: Home, tell: Tell): void {
  const { environment, gitops } = home;
  const addOn = addOnOfApplication(object.name) ?? '';
  const expect = (path: FieldPath, wanted: string, why: string) => {
    const found = textAt(object.value, ...path) ?? 'nothing';
    if (found === wanted) return;
    tell({
      path,
      found,
      wanted,
      what: `its ${path.at(-1)} is ${found}, ${why}`,
      fix: `set \`${path.at(-1)}: ${wanted}\`.`,
    });
  };
  expect(
    ['metadata', 'name'],
    deliveryName(environment, addOnApplication(addOn)),
    'and two clusters that share an Argo CD would have one Application of it.',
  );
  expect(
    ['metadata', 'namespace'],
    gitops.namespace,
    `and Argo CD reads Applications in ${gitops.namespace}: it is never looked at.`,
  );
  expect(
    ['spec', 'project'],
    deliveryName(environment, ADD_ONS_PROJECT),
    'and only the project of add-ons permits what owners were given.',
  );
  judgeDestination(object, home, tell);
  judgeSources(object, addOn, environment, tell);
}

function judgeDestination({ value }: RenderedObject, { environment, gitops }: Home, tell: Tell): void {
  const path = ['spec', 'destination'];
  const { namespace = '', ...cluster } = mapAt(value, ...path);
  const [found, wanted] = [JSON.stringify(cluster), JSON.stringify(destinationOf(gitops.destination))];
  if (found !== wanted)
    tell({
      path,
      found,
      wanted,
      what: `it leads to ${found}, which is not the cluster of ${environment.name}.`,
      fix: `set it to ${wanted}.`,
    });
  const permitted = addOnPlaces(environment)?.namespaces ?? [];
  if (permitted.some((pattern) => matchesPattern(pattern, String(namespace)))) return;
  tell({
    path: [...path, 'namespace'],
    found: String(namespace),
    wanted: permitted.join(', ') || 'nothing',
    what: `the project of add-ons permits the namespaces ${permitted.join(', ') || '(none)'}, and this leads to ${namespace || 'none'}. Argo CD refuses the whole sync.`,
    fix: 'leave the namespace as the add-on has it, or add it to the namespaces of the owner in environments/defaults.yaml.',
  });
}

/** Nothing but the add-on itself, from upstream or from a mirror of the owner's. */
function judgeSources(object: RenderedObject, addOn: string, { owners }: Environment, tell: Tell): void {
  if (!isAddOnName(addOn)) return;
  const mirrors = Object.values(owners).flatMap(({ addOns = [], repositories }) =>
    addOns.includes(addOn) ? repositories : [],
  );
  const repositories = [...repositoriesOf(ADD_ONS[addOn]), ...mirrors];
  const several = mapAt(object.value, 'spec')['sources'] !== undefined;
  sourcesOf(object).forEach((source, index) => {
    const repository = textAt(source, 'repoURL') ?? 'nothing';
    const part = textAt(source, 'chart') ?? textAt(source, 'path') ?? 'nothing';
    if (repositories.includes(repository) && addOnOfSource(source) === addOn) return;
    tell({
      path: several ? ['spec', 'sources', index] : ['spec', 'source'],
      found: repository,
      wanted: repositories.join(', '),
      what: `it takes ${part} from ${repository}, and ${addOn} is ${partsOf(addOn)} from ${repositories.join(' or ')}: under the name of an add-on, something else would be installed.`,
      fix: 'take the add-on from there, or list a mirror of it under the repositories of the owner in environments/defaults.yaml.',
    });
  });
}

function partsOf(addOn: AddOnName): string {
  const { chart, manifests } = ADD_ONS[addOn].forms;
  return [chart?.chart, chart?.definitionsChart, ...(manifests?.paths ?? [])]
    .filter((one) => one !== undefined)
    .join(' or ');
}
