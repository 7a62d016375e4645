import type { AccessEntryInput } from '../../../knowledge/aws/access-entries';
import { type AskedEntry, accessEntryOf } from '../../../model/access-entries';
import { wrongEntry } from '../../../model/access-entry-limits';
import { type AckReference, wrongReferences } from '../../../model/ack-references';
import { authenticationModeOf } from '../../../model/authentication-mode';
import type { Environment } from '../../../model/environment';
import { describeIdentity } from '../../../model/identity';
import type { RenderedObject } from '../../../model/rendered-object';
import type { RuleFinding, WholeRule } from '../../engine/rule';
import { otherClusters } from '../../reads/other-clusters';

export const validAccessEntry: WholeRule = {
  id: 'eks/valid-access-entry',
  severity: 'error',
  summary: 'An access entry is one that EKS takes, for this cluster, and the only one of its principal.',
  why: 'ACK’s objects are accepted by the API server whatever they say; EKS refuses them later. The sync is green, and the principal gets Unauthorized.',
  see: [
    'https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html',
    'https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html',
  ],
  checkAll({ objects, judged, environment }, tellOf) {
    const others = otherClusters(objects, environment);
    const isHere = (object: RenderedObject) => !others.has(accessEntryOf(object)?.input.clusterName ?? '');
    const first = firstEntries(objects.filter(isHere));
    for (const object of judged) {
      const asked = accessEntryOf(object);
      if (asked === undefined) continue;
      const here = isHere(object) ? [...placed(asked, environment), ...repeated(asked, first)] : [];
      const found = [...limits(asked), ...referred(asked), ...here];
      for (const one of found) tellOf(object)(one);
    }
  },
};

/** The object that asks first for an entry of a principal. */
function firstEntries(objects: readonly RenderedObject[]): ReadonlyMap<string, RenderedObject> {
  const first = new Map<string, RenderedObject>();
  for (const object of objects) {
    const principal = accessEntryOf(object)?.input.principalArn ?? '';
    if (principal !== '' && !first.has(principal)) first.set(principal, object);
  }
  return first;
}

const REFERENCES: readonly AckReference[] = [['clusterName', 'clusterRef']];

function referred({ madeBy, asker }: AskedEntry): readonly RuleFinding[] {
  return madeBy === 'ack' ? wrongReferences(asker.value, REFERENCES) : [];
}

/** What the construct writes down, it has judged. */
function limits({ madeBy, input }: AskedEntry): readonly RuleFinding[] {
  if (madeBy === 'others') return [];
  return wrongEntry(input)
    .filter(({ path }) => path[0] !== 'principalARN' || input.principalArn !== '')
    .map(({ path, what, fix }) => ({ path: ['spec', ...path], ...foundAt(path[0], input), what, fix }));
}

function foundAt(field: string | number | undefined, { principalArn, type, username }: AccessEntryInput) {
  const found = { principalARN: principalArn, type, username }[String(field)];
  return found === undefined ? {} : { found };
}

function placed({ madeBy, input }: AskedEntry, environment: Environment): readonly RuleFinding[] {
  if (environment.platform !== 'eks') return [];
  const { name, clusterName } = environment;
  const found: RuleFinding[] = [];
  if (madeBy === 'ack' && input.clusterName !== '' && input.clusterName !== clusterName)
    found.push({
      path: ['spec', 'clusterName'],
      found: input.clusterName,
      wanted: clusterName,
      severity: 'warning',
      what: `it lets the principal into cluster ${input.clusterName}, and this environment is cluster ${clusterName}.`,
      fix: `write clusterName: ${clusterName}, or render it for the other environment.`,
    });
  if (authenticationModeOf(environment) === 'CONFIG_MAP')
    found.push({
      path: [],
      what: 'the cluster’s authentication mode is CONFIG_MAP, in which EKS takes no access entries: nobody gets in by it.',
      fix: `change the cluster to API_AND_CONFIG_MAP, and say so in environments/${name}/environment.yaml.`,
    });
  return found;
}

function repeated(asked: AskedEntry, first: ReadonlyMap<string, RenderedObject>): readonly RuleFinding[] {
  const { principalArn } = asked.input;
  const before = first.get(principalArn);
  if (before === undefined || before === asked.asker) return [];
  return [
    {
      path: asked.madeBy === 'ack' ? ['spec', 'principalARN'] : [],
      found: principalArn,
      what: `${describeIdentity(before)} asks for an entry of ${principalArn} too, and EKS has one for each principal: each would take the other’s groups away.`,
      fix: 'put their groups and policies together in one of them.',
    },
  ];
}
