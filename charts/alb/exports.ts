/** What the door passes on of this folder. */
export type { AlbAction, AlbFixedResponse, AlbRedirect, AlbTarget } from './alb-actions';
export type { AlbConditions, AlbHeaderCondition, AlbQueryCondition, AlbRewrites } from './alb-conditions';
export { AlbGroup, type AlbGroupMember, type AlbGroupProps } from './alb-group';
export { AlbIngress, type AlbIngressProps } from './alb-ingress';
export { AlbIngressClass, type AlbIngressClassProps } from './alb-ingress-class';
export type { AlbPath } from './alb-paths';
export type { AlbRoutes, AlbRule } from './alb-routes';
export type { BackendInput, PlusServiceBackend, ServiceBackend, ServiceObjectBackend, WebBackend } from './backend';
export type { ExternalDnsProps } from './external-dns';
export { type BindingCaller, TargetGroupBinding, type TargetGroupBindingProps } from './target-group-binding';
