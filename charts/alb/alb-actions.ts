import { wrongInteger } from '../../src/grammar/integer';
import { redirectsToItself } from '../../src/knowledge/aws/alb-action';
import {
  ACTION_STICKINESS,
  ACTION_TARGETS,
  RESPONSE_BYTES,
  TARGET_WEIGHT,
} from '../../src/knowledge/aws/alb-action-shape';
import { defined } from '../../src/model/defined';
import type { Problems } from '../shared/problems';
import { type BackendInput, isShareOfIngress, serviceAndPort } from './backend';

/** What the load balancer does itself, or how it shares requests out. On EKS only. */
export type AlbAction =
  | { readonly redirect: AlbRedirect }
  | { readonly fixedResponse: AlbFixedResponse }
  | {
      readonly forward: readonly AlbTarget[];
      /** Seconds that a client stays with its target group, 1–604800. `@default` - each request may reach another one */
      readonly stickinessSeconds?: number;
    };

/** Parts that are left out stay as the request has them; at least one is given. */
export interface AlbRedirect {
  /** 301 is remembered by clients, 302 is not. `@default` 301 */
  readonly statusCode?: 301 | 302;
  /** What clients are to speak there. `@default` - the request's */
  readonly protocol?: 'HTTP' | 'HTTPS';
  /** Where clients are sent. `@default` - the request's */
  readonly host?: string;
  /** 1–65535. `@default` - the request's */
  readonly port?: number;
  /** With its leading slash. `@default` - the request's */
  readonly path?: string;
  /** Without the question mark. `@default` - the request's */
  readonly query?: string;
}

/** An answer that the load balancer gives itself. */
export interface AlbFixedResponse {
  /** 200–599 but 3xx. */
  readonly statusCode: number;
  /** Media type of the body. `@default` text/plain (AWS) */
  readonly contentType?: 'text/plain' | 'text/css' | 'text/html' | 'application/javascript' | 'application/json';
  /** At most 1024 bytes. */
  readonly body?: string;
}

/** One of at most five target groups of an action. Give `backend`, `targetGroupArn` or `targetGroupName`. */
export interface AlbTarget {
  /** The Service that gets this share. */
  readonly backend?: BackendInput;
  /** ARN of a target group that others made. */
  readonly targetGroupArn?: string;
  /** Name of a target group that others made. */
  readonly targetGroupName?: string;
  /** Share of the requests, 0–999. */
  readonly weight: number;
}

/** The backends that an action forwards to. */
export function actionTargets(action: AlbAction): readonly BackendInput[] {
  return 'forward' in action ? action.forward.flatMap(({ backend }) => backend ?? []) : [];
}

/** Names of the target groups that an action forwards to, for the name of the action. */
export function serviceNames(action: AlbAction, problems: Problems): readonly string[] {
  if (!('forward' in action)) return [];
  return action.forward.map(({ backend, targetGroupArn, targetGroupName }) =>
    backend === undefined
      ? (targetGroupName ?? targetGroupArn?.split('/')[1] ?? 'nowhere')
      : serviceAndPort(backend, problems).serviceName,
  );
}

/**
 * The text of an `actions.<name>` annotation.
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#actions
 */
export function actionText(action: AlbAction, problems: Problems): string {
  if ('redirect' in action)
    return JSON.stringify({ type: 'redirect', redirectConfig: redirect(action.redirect, problems) });
  if ('fixedResponse' in action) {
    return JSON.stringify({
      type: 'fixed-response',
      fixedResponseConfig: fixedResponse(action.fixedResponse, problems),
    });
  }
  return JSON.stringify({
    type: 'forward',
    forwardConfig: forward(action.forward, action.stickinessSeconds, problems),
  });
}

function redirect(input: AlbRedirect, problems: Problems): object {
  const { statusCode = 301, port, ...parts } = input;
  const redirectConfig = { statusCode: `HTTP_${statusCode}`, ...parts, ...defined({ port: port?.toString() }) };
  problems.unless(
    !redirectsToItself(JSON.stringify({ type: 'redirect', redirectConfig })),
    'a redirect changes nothing: it would lead to itself.',
    'give protocol, host, port or path.',
  );
  return redirectConfig;
}

function fixedResponse({ statusCode, contentType, body }: AlbFixedResponse, problems: Problems): object {
  problems.unless(
    wrongInteger(statusCode, 200, 299) === undefined || wrongInteger(statusCode, 400, 599) === undefined,
    `a fixed response has status ${statusCode}; AWS takes 2xx, 4xx and 5xx.`,
    'use redirect for 3xx.',
  );
  problems.unless(
    Buffer.byteLength(body ?? '') <= RESPONSE_BYTES,
    `a fixed response has ${Buffer.byteLength(body ?? '')} bytes; AWS takes ${RESPONSE_BYTES}.`,
    'shorten it, or serve it from a Pod.',
  );
  return { statusCode: String(statusCode), contentType, messageBody: body };
}

function forward(targets: readonly AlbTarget[], stickiness: number | undefined, problems: Problems): object {
  problems.unless(
    targets.length >= 1 && targets.length <= ACTION_TARGETS,
    `an action forwards to ${targets.length} Services; AWS takes 1 to ${ACTION_TARGETS}.`,
    'share the requests among fewer.',
  );
  for (const { weight } of targets) {
    problems.integer('a weight', weight, 0, TARGET_WEIGHT);
  }
  problems.unless(
    targets.some(({ weight }) => weight > 0),
    'all weights of an action are 0: the load balancer would answer 503.',
    'give one of them more.',
  );
  problems.integer('stickinessSeconds of an action', stickiness, 1, ACTION_STICKINESS);
  return {
    targetGroups: targets.map((target) => ({ ...targetOf(target, problems), weight: target.weight })),
    ...(stickiness === undefined
      ? {}
      : { targetGroupStickinessConfig: { enabled: true, durationSeconds: stickiness } }),
  };
}

function targetOf({ backend, targetGroupArn, targetGroupName }: AlbTarget, problems: Problems): object {
  const given = [backend, targetGroupArn, targetGroupName].filter((one) => one !== undefined).length;
  problems.unless(
    given === 1,
    `a target of an action has ${given} of backend, targetGroupArn and targetGroupName; the controller takes one.`,
    'give one of them.',
  );
  problems.unless(
    backend === undefined || !isShareOfIngress(backend),
    'a target of an action is a BlueGreenBackend, which shares requests out itself: its other version would get none.',
    'name both versions with their weights, or give it as the backend of a path.',
  );
  if (backend !== undefined) return serviceAndPort(backend, problems);
  return defined({ targetGroupARN: targetGroupArn, targetGroupName });
}
