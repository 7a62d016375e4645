/**
 * Quotas of one Application Load Balancer; AWS raises these two on request. Read on 2026-11-28.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
 */
export const ALB_RULES = 100;
/** Beside the default one. */
export const ALB_CERTIFICATES = 25;
