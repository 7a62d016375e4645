/** What the door passes on of this folder. */
export type { NlbBackend } from './nlb-backend';
export type { NlbExposeProps } from './nlb-expose';
export type { NlbForwardProps, NlbListenerProps, NlbTargetProps } from './nlb-listeners';
export { NlbService, type NlbServiceProps } from './nlb-service';
