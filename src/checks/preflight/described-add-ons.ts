import { parse } from 'yaml';
import type { AddOn } from '../../model/cluster/control-plane';
import { declaredRole } from '../../model/cluster/role-arn';
import type { AddOnFacts } from '../../model/facts';
import { shownConfiguration } from '../../model/facts/shown-configuration';
import { listed } from '../../model/lists';
import { diffPaths } from '../../model/object-diff';
import {
  type Judged,
  type PreflightCheck,
  type PreflightContext,
  problem,
  REFRESH,
  settingsOf,
  unknown,
} from './preflight-check';

export const describedAddOns: PreflightCheck = {
  id: 'add-ons',
  asks: 'The add-ons of the settings are there, with their versions, configuration and roles.',
  needs: ['addOns'],
  fine: 'the add-ons are those of the settings, or the settings name none.',
  judge(context) {
    return context.environment.addOns.flatMap((addOn): readonly Judged[] => {
      const live = context.facts.addOns?.find(({ name }) => name === addOn.name);
      if (live !== undefined) return differences(addOn, live, context);
      const message = 'the settings name it, and the cluster does not have it: what counts on it waits.';
      const fix = `make it, or remove it from addOns in ${settingsOf(context.environment)}.`;
      return [problem(`add-on ${addOn.name}`, message, fix)];
    });
  },
};

function differences(addOn: AddOn, live: AddOnFacts, context: PreflightContext): readonly Judged[] {
  const { environment } = context;
  const differs = (field: string, says: string, is: string, after: string) =>
    says === is
      ? []
      : [
          problem(
            `add-on ${addOn.name}`,
            `its ${field} by the settings: ${says}; on the cluster: ${is}. ${after}.`,
            `update the add-on, or write what the cluster has in ${settingsOf(environment)}.`,
          ),
        ];
  const { version = live.version, namespace, iamRole } = addOn;
  return [
    ...differs('version', version, live.version, 'What was tested is not what runs'),
    ...differs(
      'namespace',
      namespace ?? 'its own',
      namespace === undefined ? 'its own' : (live.namespace ?? 'its own'),
      'EKS moves none: it has to be removed and made again',
    ),
    ...differs(
      'role',
      declaredRole(environment, iamRole) ?? 'none',
      live.roleArn ?? 'none',
      'Its Pods have other rights at AWS than were reviewed',
    ),
    ...podIdentity(addOn, context),
    ...configuration(addOn, live, environment),
  ];
}

/** The facts say of an association which add-on it is of: `arn:…:addon/<cluster>/<name>/<id>`. */
function podIdentity({ name, podIdentity: asked }: AddOn, { environment, facts }: PreflightContext): readonly Judged[] {
  const subject = `add-on ${name}`;
  const { podIdentityAssociations: read } = facts;
  if (asked.length === 0) return [];
  if (read === undefined)
    return [unknown(subject, 'facts.json does not say which roles it has by Pod Identity.', REFRESH)];
  return asked.flatMap(({ serviceAccount, iamRole }): readonly Judged[] => {
    const wanted = declaredRole(environment, iamRole);
    const found = read.find(
      (one) => one.serviceAccount === serviceAccount && one.ownerArn?.includes(`:addon/${facts.clusterName}/${name}/`),
    );
    if (found?.roleArn === wanted) return [];
    const has = found === undefined ? 'none' : (found.roleArn ?? 'one that facts.json does not name');
    const message = `its ServiceAccount ${serviceAccount} has the role ${wanted} by the settings; on the cluster: ${has}. Its Pods have other rights at AWS than were reviewed.`;
    return [
      problem(subject, message, `update podIdentityAssociations of the add-on, or correct ${settingsOf(environment)}.`),
    ];
  });
}

/** Values that sound like secrets are in no facts, and so are not compared. */
function configuration(
  { name, configuration: text }: AddOn,
  live: AddOnFacts,
  environment: PreflightContext['environment'],
) {
  const [was, now] = [read(text), live.configuration ?? {}];
  if (was === undefined) return [];
  const paths = diffPaths(shownConfiguration(now), shownConfiguration(was)).map(({ field }) => field);
  if (paths.length === 0) return [];
  const what = paths.some((path) => path === '') ? 'as a whole' : `in ${listed(paths, 5)}`;
  return [
    problem(
      `add-on ${name}`,
      `its configuration on the cluster differs from that of the settings ${what}: it runs otherwise than was reviewed.`,
      `update configurationValues of the add-on, or write what it has in ${settingsOf(environment)}.`,
    ),
  ];
}

/** Nothing of what is not YAML: EKS refuses that. */
function read(text: string | undefined): unknown {
  if (text === undefined) return {};
  try {
    return parse(text) ?? {};
  } catch {
    return undefined;
  }
}
