import { wrongAddOnName } from '../../../model/cluster/add-on-names';
import type { AddOn } from '../../../model/cluster/control-plane';
import type { Path } from '../plain-data';
import type { EksSettings } from '../schema';
import { repeats, type Say } from './rule';

/** An add-on once, and a capability of each type; what configures them is for them. */
export function addOnProblems({ addOns, capabilities }: EksSettings, say: Say): void {
  repeats(
    addOns,
    ({ name }) => name,
    ({ name }, index) => say(['addOns', index, 'name'], `an add-on ${name} is already in the list.`, 'remove one.'),
  );
  for (const [index, addOn] of addOns.entries()) {
    const path = ['addOns', index];
    const wrong = wrongAddOnName(addOn.name);
    if (wrong !== undefined) say([...path, 'name'], wrong.message, wrong.fix);
    roleProblems(addOn, path, say);
    configurationProblems(addOn, [...path, 'configuration'], say);
  }
  capabilityProblems(capabilities, say);
}

function roleProblems({ name, podIdentity, iamRole }: AddOn, path: Path, say: Say): void {
  repeats(
    podIdentity,
    ({ serviceAccount }) => serviceAccount,
    ({ serviceAccount }, position) =>
      say(
        [...path, 'podIdentity', position],
        `${serviceAccount} has a role already; EKS refuses a second one.`,
        'remove one.',
      ),
  );
  if (iamRole === undefined || podIdentity.length === 0) return;
  const message = `${name} has a role by IRSA and others by Pod Identity: Pods would take the first, and nobody would see why.`;
  say([...path, 'iamRole'], message, 'remove one of the two.');
}

function configurationProblems({ name, configuration }: AddOn, path: Path, say: Say): void {
  const text = configuration?.trim();
  if (text === '') say(path, `the configuration of ${name} is blank, and sets nothing.`, 'write it, or remove it.');
  else if (text?.startsWith('{') && !isJson(text))
    say(path, `the configuration of ${name} is not JSON; EKS refuses it.`, 'correct it.');
}

function capabilityProblems(capabilities: EksSettings['capabilities'], say: Say): void {
  repeats(
    capabilities,
    ({ type }) => type,
    ({ type }, index) =>
      say(
        ['capabilities', index, 'type'],
        `a cluster has one capability of type ${type}; EKS refuses a second.`,
        'remove one.',
      ),
  );
  for (const [index, { name, type, argocd }] of capabilities.entries()) {
    const path = ['capabilities', index];
    if (type === 'ARGOCD' && argocd === undefined) {
      const message = `${name} runs Argo CD, whose users come from IAM Identity Center, and none is named; EKS refuses it.`;
      say([...path, 'type'], message, 'set argocd: { identityCenter: … }.');
    } else if (type !== 'ARGOCD' && argocd !== undefined) {
      say([...path, 'argocd'], `${name} is of type ${type}, which takes no settings of Argo CD.`, 'remove argocd.');
    }
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
