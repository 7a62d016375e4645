import { wrongLabelKey } from '../../../grammar/label';
import { subscription } from '../../../knowledge/argocd/annotations';
import type { GitOps } from '../../../model/gitops';
import { didYouMean } from '../../../model/suggest';
import { repeats, type Say } from './rule';

/** A subscription that nobody can make, or that reaches nobody. */
export function notificationProblems(
  { notifications = [] }: Pick<GitOps, 'notifications'>,
  owners: readonly string[],
  say: Say,
): void {
  notifications.forEach(({ trigger, service, recipients, owners: meant = [] }, index) => {
    const path = ['gitops', 'notifications', index];
    const key = subscription(trigger, service);
    const wrong = wrongLabelKey(key);
    if (wrong !== undefined)
      say(
        path,
        `the annotation ${key} cannot be written: ${wrong}.`,
        'shorten the name of the trigger or the service.',
      );
    meant.forEach((owner, at) => {
      if (owners.includes(owner)) return;
      const message = `there is no owner ${owner}, so nobody is told anything of its Applications.${didYouMean(owner, owners)}`;
      say([...path, 'owners', at], message, 'name an owner that `owners` declares.');
    });
    repeats(
      recipients,
      (one) => one,
      (one, at) => say([...path, 'recipients', at], `${one} is already in the list.`, 'remove one.'),
    );
  });
}
