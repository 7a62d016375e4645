import type { Owner } from '../../../model/owner';
import type { WholeRule } from '../../engine/rule';
import { kindRefusal } from '../../reads/ownership';

/** A kind outside the owner's list: Argo CD's project refuses it, and the whole sync with it. */
export const validOwnerKind: WholeRule = {
  id: 'policy/valid-owner-kind',
  severity: 'error',
  summary: 'An app renders only cluster-scoped kinds that its owner’s declaration lists.',
  see: 'environments/defaults.yaml, owners; Argo CD projects',
  checkAll({ judged, appOwners, environment }, tellOf) {
    let app: string | undefined;
    let owner: Owner | undefined;
    for (const object of judged) {
      if (object.app !== app) {
        app = object.app;
        owner = environment.owners[appOwners.get(app) ?? ''];
      }
      if (owner === undefined) continue;
      const refusal = kindRefusal(owner, object);
      if (refusal === undefined) continue;
      tellOf(object)({
        path: ['kind'],
        found: object.kind,
        what: `owner ${owner.name} may not have this kind (${refusal}). Argo CD refuses the whole sync.`,
        fix: 'move it to an app of an owner who may, or declare the kind in environments/defaults.yaml.',
      });
    }
  },
};
