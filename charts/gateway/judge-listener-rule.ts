import { wrongCidr } from '../../src/grammar/cidr';
import { wrongInteger } from '../../src/grammar/integer';
import { RESPONSE_BYTES } from '../../src/knowledge/aws/alb-action-shape';
import type { Problems } from '../shared/problems';
import type { JwtValidation, ListenerLogin, ListenerRuleConfigurationProps } from './listener-rule-props';

const TEXT = 256;
const WEEK_SECONDS = 604_800;

/** What the server or AWS would refuse. */
export function judgeListenerRule(props: ListenerRuleConfigurationProps, problems: Problems): void {
  const { cognito, oidc, jwt, fixedResponse, stickinessSeconds, redirectQuery, sourceIps } = props;
  atMostOne({ cognito, oidc, jwt }, 'a rule lets clients in one way', problems);
  atMostOne({ fixedResponse, stickinessSeconds, redirectQuery }, 'a rule ends in one way', problems);
  for (const [name, login] of Object.entries({ cognito, oidc }))
    if (login !== undefined) judgeLogin(login, name, problems);
  for (const [key, address] of Object.entries(endpointsOf(props)))
    problems.unless(
      /^https:\/\/[^\s/]/.test(address),
      `${key} is "${address}"; AWS takes https addresses.`,
      'correct it.',
    );
  if (jwt !== undefined) judgeJwt(jwt, problems);
  problems.integer('stickinessSeconds', stickinessSeconds, 1, WEEK_SECONDS);
  if (fixedResponse !== undefined) {
    const { statusCode, body = '' } = fixedResponse;
    problems.unless(
      wrongInteger(statusCode, 200, 299) === undefined || wrongInteger(statusCode, 400, 599) === undefined,
      `fixedResponse has status ${statusCode}; the server takes 2xx, 4xx and 5xx.`,
      'use a redirect of the route for 3xx.',
    );
    problems.unless(
      Buffer.byteLength(body) <= RESPONSE_BYTES,
      `fixedResponse has ${Buffer.byteLength(body)} bytes; AWS takes ${RESPONSE_BYTES}.`,
      'shorten it, or serve it from a Pod.',
    );
  }
  problems.unless(
    sourceIps?.length !== 0,
    'sourceIps is empty; the server refuses it.',
    'name a block, or leave it out.',
  );
  for (const block of sourceIps ?? []) {
    const wrong = wrongCidr(block);
    problems.unless(wrong === undefined, `sourceIps has "${block}": ${wrong}.`, 'write it like 10.0.0.0/8.');
  }
}

function atMostOne(choices: Readonly<Record<string, unknown>>, why: string, problems: Problems): void {
  const given = Object.keys(choices).filter((key) => choices[key] !== undefined);
  problems.unless(given.length < 2, `${given.join(' and ')} are given together; ${why}.`, 'keep one of them.');
}

function endpointsOf({ oidc, jwt }: ListenerRuleConfigurationProps): Readonly<Record<string, string>> {
  return {
    ...(oidc === undefined
      ? {}
      : {
          'oidc.issuer': oidc.issuer,
          'oidc.authorizationEndpoint': oidc.authorizationEndpoint,
          'oidc.tokenEndpoint': oidc.tokenEndpoint,
          'oidc.userInfoEndpoint': oidc.userInfoEndpoint,
        }),
    ...(jwt === undefined ? {} : { 'jwt.jwksEndpoint': jwt.jwksEndpoint }),
  };
}

function judgeLogin({ sessionTimeoutSeconds, extraParams }: ListenerLogin, name: string, problems: Problems): void {
  problems.integer(`${name}.sessionTimeoutSeconds`, sessionTimeoutSeconds, 1, WEEK_SECONDS);
  const count = Object.keys(extraParams ?? {}).length;
  problems.unless(count <= 10, `${name}.extraParams has ${count} parameters; the server takes 10.`, 'give fewer.');
}

function judgeJwt({ issuer, jwksEndpoint, claims = [] }: JwtValidation, problems: Problems): void {
  for (const [key, text] of Object.entries({ issuer, jwksEndpoint }))
    problems.unless(
      text.length <= TEXT,
      `jwt.${key} has ${text.length} characters; the server takes ${TEXT}.`,
      'name a shorter one.',
    );
  for (const { name, values } of claims)
    problems.unless(
      values.length >= 1 && values.length <= 10 && values.every((value) => value.length <= TEXT),
      `claim ${name} of jwt has ${values.length} values; the server takes 1 to 10, each of at most ${TEXT} characters.`,
      'correct the list.',
    );
}
