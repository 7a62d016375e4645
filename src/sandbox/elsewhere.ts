import type { ChildPlace } from './run-child';

/** A time zone and a locale that this process does not have, another folder: what a colleague's machine may be like. */
export function elsewhere(cwd: string): ChildPlace {
  const here = Intl.DateTimeFormat().resolvedOptions();
  return {
    cwd,
    env: {
      TZ: here.timeZone === 'Pacific/Apia' ? 'America/St_Johns' : 'Pacific/Apia',
      LC_ALL: here.locale.startsWith('da') ? 'tr_TR.UTF-8' : 'da_DK.UTF-8',
    },
  };
}
