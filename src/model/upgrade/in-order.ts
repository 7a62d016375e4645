import { by } from '../order';
import { UPGRADE_SECTIONS, UPGRADE_SEVERITIES, type UpgradeEntry, type UpgradeSection } from './report';

/** By section, step and severity, each entry once. */
export function inOrder(entries: readonly UpgradeEntry[]): readonly UpgradeEntry[] {
  const sections = Object.keys(UPGRADE_SECTIONS) as readonly UpgradeSection[];
  const rank = (index: number) => String(index).padStart(2, '0');
  const seen = new Set<string>();
  return entries
    .filter((entry) => {
      const key = JSON.stringify(entry);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .sort(
      by(
        ({ section }) => rank(sections.indexOf(section)),
        ({ step }) => step,
        ({ severity }) => rank(UPGRADE_SEVERITIES.indexOf(severity)),
        ({ subject }) => subject,
        ({ where = '' }) => where,
        ({ message }) => message,
      ),
    );
}
