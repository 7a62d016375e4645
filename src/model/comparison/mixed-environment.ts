import type { Environment } from '../environment';
import { deepFreeze, own } from '../json';
import type { AppRelease, Release } from '../release';
import { settingsThatDiffer } from '../settings-that-differ';

/** An environment of parts of others: what it is called, its settings, and what it releases. */
export function mixedEnvironment(name: string, settings: Environment, release: Release): Environment {
  return deepFreeze({ ...settings, name, release });
}

const VALUE = 'values.';

/** The settings of one environment with one of another, by its name as `settingsThatDiffer` writes it. */
export function withSetting(base: Environment, setting: string, other: Environment): Environment {
  if (!setting.startsWith(VALUE)) {
    const entries = Object.entries(base).filter(([name]) => name !== setting);
    const value = own(other, setting);
    return deepFreeze(
      Object.fromEntries(value === undefined ? entries : [...entries, [setting, value]]) as unknown as Environment,
    );
  }
  const name = setting.slice(VALUE.length);
  const entries = Object.entries(base.values).filter(([one]) => one !== name);
  const value = Object.entries(other.values).filter(([one]) => one === name);
  return deepFreeze({ ...base, values: Object.fromEntries([...entries, ...value]) });
}

/** What two environments have differently without a promotion moving it, the last reading of the cluster included. */
export function differingSettings(one: Environment, other: Environment): readonly string[] {
  const settings = settingsThatDiffer(one, other);
  return JSON.stringify(one.facts) === JSON.stringify(other.facts) ? settings : [...settings, 'facts'];
}

/** What an environment releases once all of another was promoted to it; what it alone has stays. */
export function promotedRelease(from: Release, to: Release): Release {
  const names = [...new Set([...Object.keys(to.apps), ...Object.keys(from.apps)])];
  const apps = names.map((name) => [name, promotedApp(appOf(from, name), appOf(to, name))] as const);
  return deepFreeze({ ...to, apps: Object.fromEntries(apps) });
}

function promotedApp(from: AppRelease, to: AppRelease): AppRelease {
  return { images: { ...to.images, ...from.images }, flags: { ...to.flags, ...from.flags } };
}

const NOTHING: AppRelease = { images: {}, flags: {} };

function appOf({ apps }: Release, name: string): AppRelease {
  return (Object.hasOwn(apps, name) ? apps[name] : undefined) ?? NOTHING;
}
