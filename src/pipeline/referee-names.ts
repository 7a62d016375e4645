export const REFEREES = ['kubeconform'] as const;
export type RefereeName = (typeof REFEREES)[number];
