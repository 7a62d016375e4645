import { own } from '../../model/json';
import { listed } from '../../model/lists';
import { byCodeUnit } from '../../model/order';
import { type Judged, type PreflightCheck, problem, unknown } from './preflight-check';

export const addOnVersions: PreflightCheck = {
  id: 'add-on-versions',
  asks: 'The version of each add-on is one that fits the cluster’s version.',
  needs: ['addOns', 'addOnVersions'],
  fine: 'every add-on has a version that fits the cluster.',
  judge({ environment, facts }) {
    const { kubernetesVersion } = facts.cluster;
    const offeredOf = (name: string) =>
      facts.addOnVersions?.find((one) => one.name === name && one.kubernetesVersion === kubernetesVersion);
    const unread = (facts.addOns ?? []).map(({ name }) => name).filter((name) => offeredOf(name) === undefined);
    const found = (facts.addOns ?? []).flatMap(({ name, version }): readonly Judged[] => {
      const offered = offeredOf(name);
      if (offered === undefined || offered.versions.length === 0 || offered.versions.includes(version)) return [];
      const message = `version ${version} is not among those that EKS offers for Kubernetes ${kubernetesVersion}: it may fail, and EKS does not update it.`;
      return [problem(`add-on ${name}`, message, `update it to ${offered.default ?? offered.versions.at(-1)}.`)];
    });
    return [...found, ...notRead(unread, kubernetesVersion, environment.name)];
  },
};

/** One row for all of them: one call reads them. */
function notRead(names: readonly string[], kubernetesVersion: string, environment: string): readonly Judged[] {
  if (names.length === 0) return [];
  const message = `facts.json does not hold which versions of ${listed([...names].sort(byCodeUnit))} fit Kubernetes ${kubernetesVersion}.`;
  const ask = `aws eks describe-addon-versions --kubernetes-version ${kubernetesVersion}`;
  return [unknown('the add-ons', message, `run \`cdk8s-eks facts refresh ${environment}\`, or ask \`${ask}\`.`)];
}

/** The VPC CNI enforces policies only where it is told to. */
export const networkPolicies: PreflightCheck = {
  id: 'network-policies',
  asks: 'Something enforces the NetworkPolicies that are rendered.',
  needs: ['addOns'],
  fine: 'the NetworkPolicies that are rendered are enforced, or there are none.',
  judge({ facts, index }) {
    const policies = index.ofKind('networking.k8s.io', 'NetworkPolicy');
    if (policies.length === 0 || facts.cluster.autoMode === true) return [];
    const subject = policies.length === 1 ? '1 NetworkPolicy' : `${policies.length} NetworkPolicies`;
    const cni = facts.addOns?.find(({ name }) => name === 'vpc-cni');
    if (cni === undefined)
      return [
        unknown(
          subject,
          'the VPC CNI is not an add-on of this cluster, so nobody here knows whether anything enforces them.',
          'install the add-on vpc-cni with enableNetworkPolicy: "true", or make sure that your CNI enforces policies.',
        ),
      ];
    const value = own(cni.configuration, 'enableNetworkPolicy');
    if (String(value) === 'true') return [];
    const message = `the add-on vpc-cni does not have enableNetworkPolicy: "true", so nothing enforces them: every Pod reaches every other.`;
    return [problem(subject, message, 'set enableNetworkPolicy: "true" in the configuration of the add-on vpc-cni.')];
  },
};

export const argoCd: PreflightCheck = {
  id: 'argo-cd',
  asks: 'The Argo CD that the settings name is the one that runs.',
  needs: ['capabilities'],
  fine: 'Argo CD is as the settings say.',
  judge({ environment, facts }) {
    const { gitops } = environment;
    if (gitops === undefined) return [];
    const capability = facts.capabilities?.find(({ type }) => type === 'ARGOCD');
    const subject = 'the capability ARGOCD';
    if (gitops.flavour === 'self-managed') return [];
    // The capability may run in a management cluster; this one then holds none.
    if (capability === undefined)
      return [
        unknown(
          subject,
          'gitops.flavour is eks-capability, and this cluster has no capability ARGOCD: it syncs only where that of another cluster does.',
          'make the capability, or see in the cluster that has it that this one is registered.',
        ),
      ];
    if (capability.namespace === undefined || capability.namespace === gitops.namespace) return [];
    const message = `it reads Applications in namespace ${capability.namespace}, and gitops.namespace is ${gitops.namespace}: none of them is looked at.`;
    return [problem(subject, message, `set gitops.namespace: ${capability.namespace}.`)];
  },
};
