/** What the door passes on of this folder. */
export type { NlbBackend } from './nlb-backend';
export type { NlbForwardProps, NlbListenerProps, NlbTargetProps } from './nlb-listeners';
export { type NlbExposeProps, NlbService, type NlbServiceProps } from './nlb-service';
