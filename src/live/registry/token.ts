import type { AuthChallenge } from '../../grammar/auth-challenge';
import { isLoopback, type RegistryPlace } from '../../grammar/registry-place';
import { own } from '../../model/json';
import type { Answered, Asker, Question } from './ask';
import type { Credential } from './docker-config';
import { Refused } from './refused';

/** Answers that are about who asks, and how often. */
const REFUSALS = new Set([401, 403, 429]);

/**
 * What `Authorization` has to say after a challenge.
 * @throws Refused where the challenge cannot be met, or the token service answers something else
 */
export async function authorization(
  asker: Asker,
  place: RegistryPlace,
  challenge: AuthChallenge,
  credential: Credential | undefined,
): Promise<string | Answered> {
  if (challenge.scheme === 'basic') return basic(credential) ?? '';
  const question = tokenQuestion(place, challenge, credential);
  const answer = await asker.ask(question);
  if (REFUSALS.has(answer.status)) return answer;
  const body = answer.status === 200 ? parsed(answer.body.toString('utf8')) : undefined;
  const token = own(body, 'token') ?? own(body, 'access_token');
  if (typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) return `Bearer ${token}`;
  throw new Refused({
    message: `the token service of ${place.registry} at ${new URL(question.url).host} answered without a token (status ${answer.status}).`,
    fix: 'see what answers there from here, by which proxy (a VPN, a sign-in page), and run the command again.',
  });
}

/** Only a user and a password can be sent so. */
function basic(credential: Credential | undefined): string | undefined {
  if (credential?.user === undefined) return undefined;
  return `Basic ${Buffer.from(`${credential.user}:${credential.secret}`).toString('base64')}`;
}

/** @see https://distribution.github.io/distribution/spec/auth/token/ and …/auth/oauth/ */
function tokenQuestion(
  place: RegistryPlace,
  { parameters }: AuthChallenge,
  credential: Credential | undefined,
): Question {
  const url = tokenService(place, parameters['realm']);
  const scope = parameters['scope'] ?? `repository:${place.path}:pull`;
  const service = parameters['service'];
  const asked = { ...(service !== undefined && { service }), scope };
  if (credential !== undefined && credential.user === undefined) {
    const form = { ...asked, grant_type: 'refresh_token', client_id: 'cdk8s-eks', refresh_token: credential.secret };
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return { method: 'POST', url: url.href, headers, body: new URLSearchParams(form).toString() };
  }
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  const header = basic(credential);
  return { method: 'GET', url: url.href, headers: header === undefined ? {} : { authorization: header } };
}

function tokenService({ registry, origin }: RegistryPlace, realm = ''): URL {
  if (URL.canParse(realm)) {
    const url = new URL(realm);
    const here = url.protocol === 'http:' && isLoopback(url.host) && origin.startsWith('http:');
    if (url.protocol === 'https:' || here) return url;
  }
  throw new Refused({
    message: `${registry} sends to a token service that cannot be asked ("${realm.slice(0, 120)}"): a credential is sent over HTTPS alone.`,
    fix: 'let the registry name its token service by an https:// address.',
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
