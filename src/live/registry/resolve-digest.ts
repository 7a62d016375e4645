import { createHash } from 'node:crypto';
import { authChallenges } from '../../grammar/auth-challenge';
import { SHA256 } from '../../grammar/image';
import { type RegistryPlace, registryPlace } from '../../grammar/registry-place';
import { DIGEST_HEADER, MANIFEST_TYPES } from '../../knowledge/oci-registry';
import type { Problem } from '../../model/errors';
import { own } from '../../model/json';
import { within } from '../limits';
import { type Answered, Asker } from './ask';
import { credentialFor, type EcrLogins } from './credentials';
import type { Credential, DockerPlace } from './docker-config';
import { unanswered, wrongStatus } from './failure';
import { REGISTRY_LIMITS, type RegistryLimits } from './limits';
import { Refused } from './refused';
import { authorization } from './token';
import type { Wanted } from './wanted';

export interface RegistryAccess {
  readonly docker: DockerPlace;
  readonly limits?: RegistryLimits;
  readonly request?: typeof fetch;
  readonly ecr?: EcrLogins;
}

/** The digest, or why it cannot be had: `ARGUMENTS` where there is no such image, `LIVE` otherwise. */
export type Resolved = { readonly digest: string } | { readonly problem: Problem };

/**
 * Asks the registry what a tag points to now. Of an image for several platforms it is the digest of the index.
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests
 */
export async function resolveDigest(wanted: Wanted, access: RegistryAccess): Promise<Resolved> {
  const limits = access.limits ?? REGISTRY_LIMITS;
  try {
    return await within(limits.seconds, (signal) =>
      new Conversation(wanted, access, new Asker(limits, signal, access.request)).digest(),
    );
  } catch (error) {
    return { problem: unanswered(error, wanted) };
  }
}

/** All that is asked about one image, with the authorization that the registry wanted. */
class Conversation {
  readonly #place: RegistryPlace;
  #authorization: string | undefined;
  #used: Credential | undefined;

  constructor(
    private readonly wanted: Wanted,
    private readonly access: RegistryAccess,
    private readonly asker: Asker,
  ) {
    this.#place = registryPlace(wanted.repository);
  }

  /** The content is read too: its hash is the digest, whatever a proxy on the way says. */
  async digest(): Promise<Resolved> {
    const head = await this.manifest('HEAD', this.wanted.tag);
    // Some registries do not answer HEAD.
    const said = head.status === 200 ? digestIn(head) : undefined;
    if (isFinal(head.status)) return { problem: wrongStatus(head.status, this.wanted, this.#used) };
    const answer = await this.manifest('GET', said ?? this.wanted.tag);
    if (answer.status !== 200) return { problem: wrongStatus(answer.status, this.wanted, this.#used) };
    return { digest: this.judged(answer, said ?? digestIn(answer)) };
  }

  private judged({ body, headers }: Answered, said: string | undefined): string {
    const found = `sha256:${createHash('sha256').update(body).digest('hex')}`;
    const { registry } = this.#place;
    const image = `${this.wanted.repository}:${this.wanted.tag}`;
    const fix = 'see what stands between here and the registry (a proxy, a cache), and do not release this image.';
    if (said !== undefined && said !== found)
      throw new Refused({ message: `${registry} says that ${image} is ${said}, and what it sends has ${found}.`, fix });
    if (own(parsed(body), 'schemaVersion') === 2) return found;
    const type = headers.get('content-type') ?? 'no type';
    const message = `what ${registry} sends for ${image} is not a manifest of version 2 (${type}): its hash would not be the digest.`;
    throw new Refused({ message, fix: 'push the image again with a newer tool, or correct the name of the registry.' });
  }

  private async manifest(method: 'HEAD' | 'GET', reference: string): Promise<Answered> {
    const url = `${this.#place.origin}/v2/${this.#place.path}/manifests/${reference}`;
    const ask = () => this.asker.ask({ method, url, headers: this.headers() });
    const answer = await ask();
    if (answer.status !== 401 || this.#authorization !== undefined) return answer;
    const refusal = await this.authorize(answer);
    return refusal ?? ask();
  }

  private headers(): Readonly<Record<string, string>> {
    const accept = MANIFEST_TYPES.join(', ');
    return this.#authorization === undefined ? { accept } : { accept, authorization: this.#authorization };
  }

  /** @returns an answer that ends the question: nothing could be had to meet the challenge */
  private async authorize(answer: Answered): Promise<Answered | undefined> {
    const challenges = authChallenges(answer.headers.get('www-authenticate') ?? '');
    const challenge =
      challenges.find(({ scheme }) => scheme === 'bearer') ?? challenges.find(({ scheme }) => scheme === 'basic');
    if (challenge === undefined) return answer;
    const { docker, ecr } = this.access;
    this.#used = await credentialFor(this.#place.registry, docker, this.asker.signal, ecr);
    const made = await authorization(this.asker, this.#place, challenge, this.#used);
    if (typeof made !== 'string') return made;
    if (made === '') return answer;
    this.#authorization = made;
    return undefined;
  }
}

/** Answers to HEAD after which nothing else is asked. */
function isFinal(status: number): boolean {
  return status === 401 || status === 403 || status === 404 || status === 429 || status >= 500;
}

/** @throws Refused for a digest of another form than can be released */
function digestIn({ headers }: Answered): string | undefined {
  const said = headers.get(DIGEST_HEADER) ?? undefined;
  if (said === undefined || SHA256.test(said)) return said;
  const message = `the registry names a digest that is not one of SHA-256: "${said.slice(0, 80)}".`;
  throw new Refused({ message, fix: 'release an image whose manifest has a digest of SHA-256.' });
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
