import * as v from 'valibot';
import * as f from './formats';

const about = v.description;

/** @see https://argo-cd.readthedocs.io/en/release-3.2/operator-manual/notifications/subscriptions/ */
export const notification = v.strictObject({
  trigger: v.pipe(
    f.subscribed,
    about('Trigger of argocd-notifications-cm, such as on-sync-failed or on-health-degraded.'),
  ),
  service: v.pipe(f.subscribed, about('Service of argocd-notifications-cm, such as slack.')),
  recipients: v.pipe(
    v.array(f.recipient),
    v.nonEmpty('at least one recipient'),
    about('Channels, addresses and the like, as the service takes them.'),
  ),
  owners: v.exactOptional(
    v.pipe(
      v.array(f.name),
      v.nonEmpty('at least one owner, or no list'),
      about('Owners whose Applications are meant; left out: all, and the Applications of add-ons.'),
    ),
  ),
});
