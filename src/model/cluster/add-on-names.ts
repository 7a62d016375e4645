import { isAddOnName } from '../../knowledge/aws/addons/catalogue';
import { EKS_ADD_ON_NAMES, INSTALLED_BY, OF_MARKETPLACE } from '../../knowledge/aws/addons/eks-names';
import type { EksEnvironment } from '../environment';
import { didYouMean } from '../suggest';
import type { SettingWarning } from './setting-warning';

/** What is wrong with an add-on of EKS by its name, and the repair. */
export interface WrongAddOnName {
  readonly message: string;
  readonly fix: string;
}

/** Why what the catalogue knows is not an add-on of EKS; undefined for all others. */
export function wrongAddOnName(name: string): WrongAddOnName | undefined {
  const construct = isAddOnName(name) ? INSTALLED_BY[name] : undefined;
  if (construct === undefined) return undefined;
  return {
    message: `${name} is not an add-on of EKS, and AWS refuses the call that makes it.`,
    fix: `remove it here, and install it by \`${construct}\` in an app, which Argo CD syncs.`,
  };
}

/** The list of AWS is longer than what is known here, and grows. */
export function addOnNameWarnings({ addOns, kubernetesVersion }: EksEnvironment): readonly SettingWarning[] {
  return addOns.flatMap(({ name }, index) => {
    if (EKS_ADD_ON_NAMES.includes(name) || OF_MARKETPLACE.test(name)) return [];
    const message = `no add-on of EKS called ${name} is known here.${didYouMean(name, EKS_ADD_ON_NAMES)} AWS refuses a name that it does not have.`;
    const fix = `look for it in \`aws eks describe-addon-versions --kubernetes-version ${kubernetesVersion} --query 'addons[].addonName'\`.`;
    return [{ path: ['addOns', index, 'name'], message, fix }];
  });
}
