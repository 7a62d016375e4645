/** How long EKS supports one minor version of Kubernetes. */
export interface SupportDates {
  readonly endOfStandardSupport: string;
  readonly endOfExtendedSupport: string;
}

/**
 * The calendar of EKS, for clusters whose facts hold none. Read on 2026-11-29; sources differ by up to four days.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
 */
export const SUPPORT_CALENDAR: Readonly<Record<string, SupportDates>> = {
  '1.28': { endOfStandardSupport: '2024-11-26', endOfExtendedSupport: '2025-11-26' },
  '1.29': { endOfStandardSupport: '2025-03-23', endOfExtendedSupport: '2026-03-23' },
  '1.30': { endOfStandardSupport: '2025-07-23', endOfExtendedSupport: '2026-07-23' },
  '1.31': { endOfStandardSupport: '2025-11-26', endOfExtendedSupport: '2026-11-26' },
  '1.32': { endOfStandardSupport: '2026-03-23', endOfExtendedSupport: '2027-03-23' },
  '1.33': { endOfStandardSupport: '2026-07-29', endOfExtendedSupport: '2027-07-29' },
  '1.34': { endOfStandardSupport: '2026-12-02', endOfExtendedSupport: '2027-12-02' },
  '1.35': { endOfStandardSupport: '2027-03-27', endOfExtendedSupport: '2028-03-27' },
  '1.36': { endOfStandardSupport: '2027-08-02', endOfExtendedSupport: '2028-08-02' },
};

/** Minor versions that a kubelet may be older than the API server, from 1.28 on. */
export const KUBELET_SKEW = 3;
