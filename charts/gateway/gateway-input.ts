/** A Gateway or ListenerSet of this app, or one by its name. */
export interface GatewayInput {
  /** What has the name. `@default` Gateway */
  readonly kind?: 'Gateway' | 'ListenerSet';
  /** Name of the Gateway. */
  readonly name: string;
  /** Its namespace. `@default` - that of the route */
  readonly namespace?: string;
  /** The listener that is meant; without one a route is served by all of them, over plain HTTP too. `@default` https */
  readonly sectionName?: string;
}
