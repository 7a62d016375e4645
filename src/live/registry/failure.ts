import { registryPlace } from '../../grammar/registry-place';
import type { Problem } from '../../model/errors';
import { codeOf, messageOf, textOf } from '../../model/thrown';
import { BeyondLimit } from '../limits';
import { causeOf, WrongRedirect } from './ask';
import type { Credential } from './docker-config';
import { Refused } from './refused';
import type { Wanted } from './wanted';

const TLS = /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)/;
const UNKNOWN_HOST = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME']);

/** What an answer that is not the manifest means for the person who asked. */
export function wrongStatus(status: number, wanted: Wanted, used: Credential | undefined): Problem {
  const { registry } = registryPlace(wanted.repository);
  const image = `${wanted.repository}:${wanted.tag}`;
  if (status === 404)
    return {
      code: 'ARGUMENTS',
      message: `${registry} has no image ${image}: the tag or the repository is not there.`,
      fix: 'push the image first, or correct its name and its tag.',
    };
  if (status === 401 || status === 403)
    return {
      code: 'LIVE',
      message: `${registry} does not let ${image} be read (${status}); it was asked with ${used?.from ?? 'no credential: none was found for it'}.`,
      fix: loginFix(registry, wanted.repository),
    };
  const busy = status === 429 ? 'allows no more requests now' : 'answered something else than the image';
  return {
    code: 'LIVE',
    message: `${registry} ${busy} when asked for ${image} (status ${status}).`,
    fix:
      status === 429
        ? 'run the command again later, or log in: many registries allow more then.'
        : 'run the command again later.',
  };
}

function loginFix(registry: string, repository: string): string {
  const named = `run \`docker login ${registry}\` before, and see that the name is right: many registries answer so for a repository that is not there.`;
  if (!/\.dkr[.-]ecr/.test(registry)) return named;
  return `let the identity call ecr:BatchGetImage on ${repository.slice(registry.length + 1)} (its policy and that of the repository), or ${named}`;
}

/** What kept a registry from answering, in words. */
export function unanswered(error: unknown, wanted: Wanted): Problem {
  if (error instanceof Refused) return { code: 'LIVE', ...error.problem };
  const { registry, origin } = registryPlace(wanted.repository);
  const asked = `${registry}, asked for ${wanted.repository}:${wanted.tag},`;
  const seen = `see what ${origin}/v2/ answers from here, by which proxy or VPN, and run the command again.`;
  if (error instanceof BeyondLimit || error instanceof WrongRedirect)
    return { code: 'LIVE', message: `${asked} ${error.message}.`, fix: seen };
  const cause = causeOf(error) ?? error;
  const code = codeOf(cause) ?? textOf(cause, 'name') ?? 'Error';
  if (UNKNOWN_HOST.has(code))
    return {
      code: 'LIVE',
      message: `the host of ${registry} is not known here (${code}).`,
      fix: 'correct the name of the registry; for a private one, run the command where its name is known.',
    };
  if (TLS.test(code))
    return {
      code: 'LIVE',
      message: `${registry} cannot be trusted: TLS ended with ${code}.`,
      fix: 'name the certificate of its authority in NODE_EXTRA_CA_CERTS; plain HTTP is spoken on this machine alone.',
    };
  const why = messageOf(cause).replace(/\n.*/s, '');
  return { code: 'LIVE', message: `${registry} cannot be reached (${code}: ${why}).`, fix: seen };
}
