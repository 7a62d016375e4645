/** What the door passes on of this folder. */
export type { AlbAction, AlbFixedResponse, AlbRedirect, AlbTarget } from './alb-actions';
export { AlbIngress, type AlbIngressProps } from './alb-ingress';
export { AlbIngressClass, type AlbIngressClassProps } from './alb-ingress-class';
export type { AlbPath, AlbRoutes, AlbRule } from './alb-routes';
export type { BackendInput, PlusServiceBackend, ServiceBackend, ServiceObjectBackend, WebBackend } from './backend';
