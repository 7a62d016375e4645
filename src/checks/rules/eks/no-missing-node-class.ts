import { BUILT_IN_CLASS, MAKER_NAMES, makerOfClass, NODE_CLASSES } from '../../../knowledge/karpenter/kinds';
import { at, textAt } from '../../../model/json';
import { POOL_TEMPLATE } from '../../../model/karpenter/node-pool-parts';
import { didYouMean } from '../../../model/suggest';
import type { ObjectRule } from '../../engine/rule';

const REFERENCE = [...POOL_TEMPLATE, 'nodeClassRef'] as const;

export const noMissingNodeClass: ObjectRule = {
  id: 'eks/no-missing-node-class',
  severity: 'error',
  summary: 'The class of nodes that a NodePool names is there.',
  why: 'A NodePool whose class does not exist is never ready: no nodes are made for it, and Pods that only it could take stay Pending.',
  see: [
    'https://karpenter.sh/v1.14/concepts/nodepools/#spectemplatespecnodeclassref',
    'https://docs.aws.amazon.com/eks/latest/userguide/create-node-pool.html',
  ],
  kinds: ['karpenter.sh/NodePool'],
  check({ value }, { environment, index }, tell) {
    const reference = at(value, ...REFERENCE);
    const [group = '', kind = '', name = ''] = ['group', 'kind', 'name'].map((field) => textAt(reference, field));
    const maker = makerOfClass(group, kind);
    if (maker === undefined) {
      const known = Object.values(NODE_CLASSES).map((one) => `${one.kind} of ${one.group}`);
      const what = `its class is of kind ${kind} of ${group}, and there are ${known.join(' and ')}; no nodes are made for it.`;
      tell({
        path: [...REFERENCE, 'kind'],
        found: `${kind}.${group}`,
        what,
        fix: `name a class of kind ${known.join(' or ')}.`,
      });
      return;
    }
    if (environment.platform === 'eks' && !environment.compute[maker]) {
      tell({
        path: [...REFERENCE, 'kind'],
        found: kind,
        what: `its class is one of ${MAKER_NAMES[maker]}, and this environment runs without it; no nodes are made for it.`,
        fix: `set \`compute.${maker}: true\` in environments/${environment.name}/environment.yaml where it runs, or leave the pool out there.`,
      });
      return;
    }
    if (index.exists({ group, kind, name }) || (maker === 'autoMode' && name === BUILT_IN_CLASS)) return;
    const names = [...index.names(group, kind), ...(maker === 'autoMode' ? [BUILT_IN_CLASS] : [])];
    tell({
      path: [...REFERENCE, 'name'],
      found: name,
      what: `it names ${kind} "${name}", which does not exist, so no nodes are made for it.${didYouMean(name, names)}`,
      fix: `render the ${kind}, or declare it under \`external\` in environments/${environment.name}/environment.yaml.`,
    });
  },
};
