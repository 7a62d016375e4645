import { TARGET_GROUP_ARN } from '../../grammar/arn';
import { ownOf } from '../../grammar/own';
import type { AnnotationValue } from './annotation-values';
import {
  type Fields,
  fieldOf,
  jsonValue,
  listOf,
  notThat,
  objectOf,
  oneOfTexts,
  optional,
  required,
  type Shape,
  TRUTH,
  textOf,
  wholeNumber,
} from './json-shape';

/** Bytes in the body of a fixed response, at most. */
export const RESPONSE_BYTES = 1024;
/** Target groups of one action, at most. */
export const ACTION_TARGETS = 5;
/** Share of a target group, at most. */
export const TARGET_WEIGHT = 999;
/** Seconds that a client stays with one target group of an action, at most. */
export const ACTION_STICKINESS = 604_800;
export const RESPONSE_TYPES = [
  'text/plain',
  'text/css',
  'text/html',
  'application/javascript',
  'application/json',
] as const;

const BODY: Shape = (value, at, { wrongs }) => {
  if (typeof value !== 'string') {
    wrongs.push(notThat(at, value, 'a text'));
    return;
  }
  const bytes = new TextEncoder().encode(value).length;
  if (bytes > RESPONSE_BYTES) wrongs.push(`${at} has ${bytes} bytes, and AWS takes ${RESPONSE_BYTES}`);
};

const FIXED_RESPONSE = objectOf({
  statusCode: required(textOf(/^[245]\d\d$/, 'a text such as "503" (2xx, 4xx or 5xx)')),
  contentType: optional(oneOfTexts(...RESPONSE_TYPES)),
  messageBody: optional(BODY),
});

const PORT_TEXT = textOf(/^(#\{port\}|[1-9]\d{0,4})$/, 'a port as a text such as "443"');

const REDIRECT = objectOf({
  statusCode: required(oneOfTexts('HTTP_301', 'HTTP_302')),
  protocol: optional(oneOfTexts('HTTP', 'HTTPS', '#{protocol}')),
  host: optional(textOf()),
  port: optional(PORT_TEXT),
  path: optional(textOf(/^\//, 'a path that begins with /')),
  query: optional(textOf(/^/, 'a text')),
});

const SERVICE_PORT: Shape = (value, at, { wrongs }) => {
  const isPort = typeof value === 'string' ? value !== '' : Number.isInteger(value);
  if (!isPort) wrongs.push(notThat(at, value, 'a number or the name of a port'));
};

const TARGET_ARN = textOf(TARGET_GROUP_ARN, 'the ARN of a target group');

const TARGET = objectOf(
  {
    serviceName: optional(textOf()),
    servicePort: optional(SERVICE_PORT),
    targetGroupARN: optional(TARGET_ARN),
    targetGroupName: optional(textOf()),
    weight: optional(wholeNumber(0, TARGET_WEIGHT)),
  },
  (fields, at) => {
    const given = ['serviceName', 'targetGroupARN', 'targetGroupName'].filter((name) => fields[name] !== undefined);
    if (given.length !== 1)
      return [`${at}serviceName, targetGroupARN or targetGroupName: it has ${given.length} of them, and takes one`];
    return fields['serviceName'] !== undefined && fields['servicePort'] === undefined
      ? [`${at}servicePort is missing`]
      : [];
  },
);

const FORWARD = objectOf(
  {
    targetGroups: required(listOf(TARGET, 1, ACTION_TARGETS)),
    targetGroupStickinessConfig: optional(
      objectOf({ enabled: optional(TRUTH), durationSeconds: optional(wholeNumber(1, ACTION_STICKINESS)) }),
    ),
  },
  ({ targetGroups }) => {
    const targets: readonly unknown[] = Array.isArray(targetGroups) ? targetGroups : [];
    const isUnweighted = targets.some((target) => fieldOf(target, 'weight') === undefined);
    return targets.length > 1 && isUnweighted ? ['each of several target groups needs a weight'] : [];
  },
);

/** What the action of each type has to have. */
const CONFIG_OF: Readonly<Record<string, readonly string[]>> = {
  forward: ['forwardConfig', 'targetGroupARN', 'targetGroupName'],
  redirect: ['redirectConfig'],
  'fixed-response': ['fixedResponseConfig'],
};

function together(fields: Fields): readonly string[] {
  const configs = ownOf(CONFIG_OF, String(fields['type']));
  if (configs === undefined) return [];
  const given = configs.filter((name) => fields[name] !== undefined);
  if (given.length === 0) return [`${configs[0]} is missing`];
  return given.length === 1 ? [] : [`${given.join(' and ')} exclude each other`];
}

/**
 * What an `actions.<name>` annotation holds. Read on 2026-11-28.
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#actions
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html
 */
export const ALB_ACTION: AnnotationValue<unknown> = jsonValue<unknown>(
  'an action such as {"type": "fixed-response", "fixedResponseConfig": {"statusCode": "503"}}',
  objectOf(
    {
      type: required(oneOfTexts(...Object.keys(CONFIG_OF))),
      targetGroupARN: optional(TARGET_ARN),
      targetGroupName: optional(textOf()),
      fixedResponseConfig: optional(FIXED_RESPONSE),
      redirectConfig: optional(REDIRECT),
      forwardConfig: optional(FORWARD),
    },
    together,
  ),
);
