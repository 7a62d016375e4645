import { requireAppsOfWindows } from '../../../src/gitops/sync-windows';
import type { SyncWindow } from '../../../src/model/gitops';
import { at } from '../../../src/model/json';
import { messageOf } from '../../support/thrown';
import { delivered, findDelivered } from './delivery';

const WEEKEND: SyncWindow = { kind: 'deny', schedule: '0 18 * * 5', duration: '62h' };

const windowsOf = (syncWindows: readonly SyncWindow[], id?: string) => {
  const environment = delivered({ syncWindows, ...(id === undefined ? {} : { id }) });
  const project = `AppProject ${id === undefined ? '' : `${id}-`}prod-retail`;
  return at(findDelivered(environment, project), 'spec', 'syncWindows');
};

describe('sync windows', () => {
  it('stand in each project, for all of its Applications', () => {
    const wanted = [{ kind: 'deny', schedule: '0 18 * * 5', duration: '62h', applications: ['*'] }];
    expect(windowsOf([WEEKEND])).toEqual(wanted);
    const platform = findDelivered(delivered({ syncWindows: [WEEKEND] }), 'AppProject prod-platform');
    expect(at(platform, 'spec', 'syncWindows')).toEqual(wanted);
  });

  it('name the Applications of apps, and hand on the rest', () =>
    expect(
      windowsOf(
        [
          {
            ...WEEKEND,
            timeZone: 'Europe/Berlin',
            apps: ['shop', 'shop-*', '*'],
            manualSync: true,
            description: 'nobody is there',
          },
        ],
        'one',
      ),
    ).toEqual([
      {
        kind: 'deny',
        schedule: '0 18 * * 5',
        duration: '62h',
        timeZone: 'Europe/Berlin',
        applications: ['one-prod-shop', 'one-prod-shop-*', '*'],
        manualSync: true,
        description: 'nobody is there',
      },
    ]));

  it('leave projects as they are where there are none', () => {
    expect(windowsOf([])).toBeUndefined();
    expect(windowsOf([{ ...WEEKEND, manualSync: false }])).toEqual([{ ...WEEKEND, applications: ['*'] }]);
  });

  it('are refused where they name an app that is not there', () => {
    const environment = delivered({ syncWindows: [WEEKEND, { ...WEEKEND, apps: ['shpo', 'shop', 'none-*'] }] });
    expect(messageOf(() => requireAppsOfWindows(environment, ['shop', 'games']))).toBe(
      [
        'prod › gitops.syncWindows[1].apps: there is no app shpo, so the window binds nothing of that name. Did you mean "shop"?',
        'fix: name an app of this project, or a pattern such as shop-*.',
      ].join('\n'),
    );
    expect(() => requireAppsOfWindows(environment, ['shpo', 'shop'])).not.toThrow();
  });
});
