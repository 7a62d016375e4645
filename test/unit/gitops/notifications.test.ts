import { addOnsProject } from '../../../src/gitops/add-ons-project';
import { appProject } from '../../../src/gitops/project';
import type { GitOps, Notification } from '../../../src/model/gitops';
import { at } from '../../../src/model/json';
import { delivered, owner } from './delivery';

const FAILED: Notification = { trigger: 'on-sync-failed', service: 'slack', recipients: ['platform'] };

function annotationsOf(notifications: readonly Notification[], name: string) {
  const environment = delivered({ notifications });
  const project = appProject(environment, environment.gitops as GitOps, owner({ name }));
  return at(project, 'metadata', 'annotations');
}

const WAVE = { 'argocd.argoproj.io/sync-wave': '-1' };

describe('notifications', () => {
  it('subscribe the Applications of every owner', () =>
    expect(annotationsOf([FAILED], 'retail')).toEqual({
      ...WAVE,
      'notifications.argoproj.io/subscribe.on-sync-failed.slack': 'platform',
    }));

  it('of an owner stand in its project alone, beside those of all', () => {
    const own: Notification = { ...FAILED, recipients: ['retail', 'platform'], owners: ['retail'] };
    const mails: Notification = { ...FAILED, service: 'email', recipients: ['games@example.com'], owners: ['games'] };
    expect(annotationsOf([FAILED, own, mails], 'retail')).toEqual({
      ...WAVE,
      'notifications.argoproj.io/subscribe.on-sync-failed.slack': 'platform;retail',
    });
    expect(annotationsOf([FAILED, own, mails], 'games')).toEqual({
      ...WAVE,
      'notifications.argoproj.io/subscribe.on-sync-failed.email': 'games@example.com',
      'notifications.argoproj.io/subscribe.on-sync-failed.slack': 'platform',
    });
  });

  it('of all owners are those of add-ons too', () => {
    const platform = owner({ name: 'platform', platform: true, addOns: ['metrics-server'] });
    const notifications = [FAILED, { ...FAILED, service: 'email', owners: ['platform'] }];
    const environment = delivered({ notifications }, { owners: { platform } });
    expect(at(addOnsProject(environment, environment.gitops as GitOps), 'metadata', 'annotations')).toEqual({
      ...WAVE,
      'notifications.argoproj.io/subscribe.on-sync-failed.slack': 'platform',
    });
  });
});
