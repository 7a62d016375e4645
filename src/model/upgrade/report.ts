import type { SourcePlace } from '../source-place';

/** What an upgrade is looked at for, in the order of the report. */
export const UPGRADE_SECTIONS = {
  apis: 'Removed and deprecated APIs',
  fields: 'Schema differences that touch rendered fields',
  podSecurity: 'Pod Security differences',
  addOns: 'Add-ons and controllers to move first',
  nodes: 'Nodes and the control plane',
  behaviour: 'Changed defaults and behaviour',
  support: 'Ends of support',
  insights: 'Insights of AWS',
} as const;

export type UpgradeSection = keyof typeof UPGRADE_SECTIONS;

/**
 * `blocks`: the step is refused, or breaks what runs, unless it is repaired first. `changes`: the step goes through, and
 * somebody has something to do, or Pods behave otherwise. `unknown`: nobody read what would answer it.
 */
export type UpgradeSeverity = 'blocks' | 'changes' | 'unknown' | 'information';

/** The worst first. */
export const UPGRADE_SEVERITIES: readonly UpgradeSeverity[] = ['blocks', 'changes', 'unknown', 'information'];

/** One thing that stands in the way of an upgrade, or that it changes. */
export interface UpgradeEntry {
  readonly section: UpgradeSection;
  /** The version whose step it belongs to: `1.36`. */
  readonly step: string;
  readonly severity: UpgradeSeverity;
  /** `Deployment shop/web`, `node group general`. */
  readonly subject: string;
  /** What was found, and what happens. Full sentences, that follow the subject and a colon. */
  readonly message: string;
  /** The repair, in the imperative. */
  readonly fix: string;
  /** Address of the page where the fact is written. */
  readonly see?: string;
  /** `shop › spec.template.spec.volumes[0]`, or the file of settings. */
  readonly where?: string;
  /** The line of the user's own code. */
  readonly source?: SourcePlace;
}

/** One table that a report was made by, and how old it is. */
export interface TableAge {
  readonly table: string;
  /** The day on which its source was read. */
  readonly read: string;
  readonly days: number;
}

export interface UpgradeReport {
  readonly environment: string;
  readonly clusterName: string;
  readonly from: string;
  readonly to: string;
  /** What says which version the cluster runs. */
  readonly fromBy: 'facts' | 'settings';
  readonly today: string;
  /** Every version on the way, the last one included: EKS moves one minor version at a time. */
  readonly steps: readonly string[];
  readonly objects: number;
  readonly entries: readonly UpgradeEntry[];
  /** Errors of today that no step makes right. */
  readonly staying: number;
  readonly tables: readonly TableAge[];
}
