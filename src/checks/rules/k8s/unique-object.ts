import type { RenderedObject } from '../../../model/rendered-object';
import type { RuleFinding, WholeRule } from '../../engine/rule';
import { isOfAnAddOn } from '../../reads/ownership';
import { standsAt } from '../../reads/stands-at';

export const uniqueObject: WholeRule = {
  id: 'k8s/unique-object',
  severity: 'error',
  summary: 'No two objects have the same group, kind, namespace and name.',
  why: 'A cluster holds one object of an identity. Of two in one folder the second overwrites the first, and two Applications that hold the same one undo each other at every sync.',
  see: [
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
    'https://argo-cd.readthedocs.io/en/release-3.2/user-guide/sync-options/#fail-the-sync-if-a-shared-resource-is-found',
  ],
  always: true,
  checkAll({ index, formerApps, arriving }, tellOf) {
    for (const [first, again] of index.repeated) {
      // What has no name gets one from the server, or is refused for want of it.
      if (again.name === '') continue;
      if (first.app === again.app) tellOf(again)(twice(first, arriving === true));
      else if (formerApps?.has(again.app)) tellOf(first)(left(again));
      else {
        tellOf(first)(shared(again));
        tellOf(again)(shared(first));
      }
    }
  },
};

function twice(first: RenderedObject, arriving: boolean): RuleFinding {
  return {
    path: [],
    what: `this object is here twice: the other one ${standsAt(first)}. The one that is applied last overwrites the other without a word.`,
    fix: arriving
      ? 'rename one of them, or leave one out; where the folder holds what several clusters get, judge the folder of each by itself.'
      : 'rename one of them, or leave one out.',
  };
}

function shared(other: RenderedObject): RuleFinding {
  return {
    path: [],
    what: `app ${other.app} holds this object too: it ${standsAt(other)}. Two Applications would undo each other at every sync.`,
    fix: isOfAnAddOn(other)
      ? 'keep the add-on in one app, and remove it from the other: a cluster has it once.'
      : 'rename one of them, or render it in one app only.',
  };
}

function left({ app }: RenderedObject): RuleFinding {
  return {
    path: [],
    what: `app ${app}, which has no module any more, left this object in the committed output. Two Applications would undo each other at every sync, and with the one of ${app} the object would be deleted.`,
    fix: `run \`synth\` without --app: it takes away what ${app} left, or says what that deletes.`,
  };
}
