import { defined } from '../../model/defined';
import type { AddOnFacts, AddOnVersions } from '../../model/facts';
import { by, byCodeUnit } from '../../model/order';
import type { Answer } from '../answer';
import type { Reader } from '../reader';
import { configurationOf } from './add-on-configuration';
import { healthIssues } from './parts';

export async function readAddOns(reader: Reader): Promise<readonly AddOnFacts[]> {
  const clusterName = reader.environment.clusterName;
  const names = await reader.pages('ListAddons', { clusterName }, (page) => page.texts('addons'));
  const addOns = await reader.each(names, (addonName) =>
    reader.ask('DescribeAddon', { clusterName, addonName }, (answer) => addOnFacts(answer.requiredPart('addon'))),
  );
  return addOns.sort(by(({ name }) => name));
}

export function addOnFacts(addOn: Answer): AddOnFacts {
  return defined({
    name: addOn.requiredText('addonName'),
    version: addOn.requiredText('addonVersion'),
    status: addOn.text('status'),
    roleArn: addOn.text('serviceAccountRoleArn'),
    // The last part of the ARN is the id.
    podIdentityAssociations: addOn
      .texts('podIdentityAssociations')
      ?.map((arn) => arn.slice(arn.lastIndexOf('/') + 1))
      .sort(byCodeUnit),
    namespace: addOn.part('namespaceConfig')?.text('namespace'),
    configuration: configurationOf(addOn.text('configurationValues')),
    healthIssues: healthIssues(addOn),
  });
}

/** What fits the versions, for each add-on that is installed. */
export async function readAddOnVersions(
  reader: Reader,
  names: readonly string[],
  kubernetesVersions: readonly string[],
): Promise<readonly AddOnVersions[]> {
  const asked = names.flatMap((name) => kubernetesVersions.map((version) => ({ name, version })));
  const found = await reader.each(asked, async ({ name, version }) => {
    const input = { addonName: name, kubernetesVersion: version };
    const versions = await reader.pages('DescribeAddonVersions', input, (page) =>
      (page.parts('addons') ?? []).flatMap((addOn) => addOn.parts('addonVersions') ?? []).map(offered),
    );
    return defined({
      name,
      kubernetesVersion: version,
      default: versions.find((one) => one.defaultFor.includes(version))?.version,
      versions: versions.map((one) => one.version).sort(byCodeUnit),
    });
  });
  return found.sort(
    by(
      ({ name }) => name,
      ({ kubernetesVersion }) => kubernetesVersion,
    ),
  );
}

function offered(one: Answer) {
  const compatible = one.parts('compatibilities') ?? [];
  return {
    version: one.requiredText('addonVersion'),
    defaultFor: compatible.flatMap((fit) => (fit.flag('defaultVersion') === true ? [fit.text('clusterVersion')] : [])),
  };
}
