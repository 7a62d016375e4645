/** What the compiler refuses; `npm run typecheck` fails where a line that expects an error has none. */
import type { AlbIngressProps } from 'cdk8s-eks';
import { ALB } from '../../src/knowledge/aws/alb-annotations';
import { ALB_SETTINGS, type AlbSettings } from '../../src/knowledge/aws/alb-settings';
import { nested, type SettingsTable, valueIn } from '../../src/knowledge/aws/setting-row';

interface OneMore extends AlbSettings {
  readonly propertyThatNobodyRenders?: number;
}

// @ts-expect-error a property without a row: nobody would render, judge or document it
export const withoutRow: SettingsTable<OneMore> = ALB_SETTINGS;

export const withoutInnerRow: SettingsTable<{ group?: { name: string; order?: number } }> = {
  // @ts-expect-error neither may a property inside an object be forgotten
  group: nested<{ name: string; order?: number }>({ name: valueIn(ALB.groupName) }),
};

export const ofAnotherType: SettingsTable<{ scheme: 'internal' | 'public' }> = {
  // @ts-expect-error an annotation that cannot carry the property's type
  scheme: valueIn(ALB.scheme),
};

export const ofNoProperty: SettingsTable<{ scheme: 'internal' }> = {
  scheme: valueIn(ALB.scheme),
  // @ts-expect-error a row of a property that does not exist
  target: valueIn(ALB.targetType),
};

// @ts-expect-error a scheme that AWS does not have
export const unknownScheme: Pick<AlbIngressProps, 'scheme'> = { scheme: 'public' };
