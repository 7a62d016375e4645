import type { AddOnFacts, Facts } from '../../model/facts';
import { minorOf } from '../../model/upgrade/path';
import { firstStep, settingsOf, type Told, type UpgradeCheck, type UpgradeInput } from './upgrade-check';

const SEE = 'https://docs.aws.amazon.com/eks/latest/userguide/updating-an-add-on.html';

/** Versions of add-ons that the next version of Kubernetes does not take. */
export const addOns: UpgradeCheck = {
  section: 'addOns',
  needs: 'addOns',
  judge(input, facts) {
    const installed = facts?.addOns ?? [];
    if (facts === undefined || installed.length === 0) return [];
    const known = (step: string) => facts.addOnVersions?.some((one) => one.kubernetesVersion === step) === true;
    const { steps } = input.path;
    const unread = steps.filter((step) => !known(step));
    return [
      ...steps.filter(known).flatMap((step) => installed.flatMap((addOn) => judgeAddOn(addOn, step, facts, input))),
      ...notRead(unread, input),
    ];
  },
};

function judgeAddOn(
  addOn: AddOnFacts,
  step: string,
  facts: Facts,
  { environment, path }: UpgradeInput,
): readonly Told[] {
  const { name, version } = addOn;
  const offered = (of: string) => facts.addOnVersions?.find((one) => one.name === name && one.kubernetesVersion === of);
  const wanted = offered(step);
  const subject = `add-on ${name}`;
  const where = environment.addOns.some((one) => one.name === name) ? settingsOf(environment) : undefined;
  const told = { step, subject, see: SEE, ...(where === undefined ? {} : { where: `${where} › addOns` }) };
  if (wanted === undefined) {
    const message = `which versions fit Kubernetes ${step} was not read.`;
    return [{ ...told, severity: 'unknown', message, fix: readFix(name, step, environment.name) }];
  }
  if (wanted.versions.includes(version)) return [];
  // Told once, at the first version that does not take it.
  if (path.steps.some((one) => minorOf(one) < minorOf(step) && offered(one)?.versions.includes(version) === false))
    return [];
  if (wanted.versions.length === 0) {
    const message = `EKS offers no version of it for Kubernetes ${step}: it stays as it is, and may fail.`;
    return [
      { ...told, severity: 'blocks', message, fix: `remove it, or install ${name} in another way, before the step.` },
    ];
  }
  const now = offered(path.from)?.versions ?? [];
  const both = wanted.versions.filter((one) => now.includes(one));
  const newest = wanted.default !== undefined && both.includes(wanted.default) ? wanted.default : newestOf(both);
  const found = `version ${version} is not among those that EKS offers for Kubernetes ${step}`;
  if (newest === undefined) {
    const message = `${found}, and none of those fits ${path.from}: it may fail between the step and its own update.`;
    const fix = `update it to ${wanted.default ?? newestOf(wanted.versions)} as soon as the control plane runs ${step}.`;
    return [{ ...told, severity: 'changes', message, fix }];
  }
  const message = `${found}: EKS calls the cluster not ready for the step, and the add-on may fail after it.`;
  return [
    {
      ...told,
      severity: 'blocks',
      message,
      fix: `update it first, to ${newest}, which fits both${oneByOne(addOn, newest)}.`,
    },
  ];
}

/** The VPC CNI moves one minor version at a time. */
function oneByOne({ name, version }: AddOnFacts, newest: string): string {
  const [from, to] = [minorOf(version), minorOf(newest)];
  if (name !== 'vpc-cni' || to - from < 2) return '';
  const between = Array.from({ length: to - from - 1 }, (_, index) => `1.${from + index + 1}`);
  return `; the VPC CNI moves one minor version at a time, so by ${between.join(' and ')}`;
}

function notRead(steps: readonly string[], { environment, path }: UpgradeInput): readonly Told[] {
  const [first, ...more] = steps;
  if (first === undefined) return [];
  const last = more.at(-1);
  const message = `which of their versions fit Kubernetes ${last === undefined ? first : `${first} to ${last}`} was not read: facts hold those of the cluster’s version and the next.`;
  const fix =
    first === firstStep(path)
      ? `run \`cdk8s-eks facts refresh ${environment.name}\`.`
      : `run \`cdk8s-eks facts refresh ${environment.name}\` after each step, and this again; or ask \`aws eks describe-addon-versions --kubernetes-version ${first}\`.`;
  return [{ step: first, severity: 'unknown', subject: 'the add-ons', message, fix }];
}

function readFix(name: string, step: string, environment: string): string {
  return `run \`cdk8s-eks facts refresh ${environment}\`, or ask \`aws eks describe-addon-versions --addon-name ${name} --kubernetes-version ${step}\`.`;
}

/** By its numbers: `v1.10.0-eksbuild.2` comes after `v1.9.3-eksbuild.1`. */
function newestOf(versions: readonly string[]): string | undefined {
  const numbers = (version: string) => (version.match(/\d+/g) ?? []).map((part) => part.padStart(8, '0')).join('.');
  return versions.reduce<string | undefined>(
    (best, one) => (best === undefined || numbers(one) > numbers(best) ? one : best),
    undefined,
  );
}
