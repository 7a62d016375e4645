import type { Problems } from '../shared/problems';

const HOST = /^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*(:\d{1,5})?$/;
const PART = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const SUFFIX = /(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$/;

/** Whether a container runtime can read it: `[host[:port]/]path[:tag][@sha256:…]`. */
export function isImageReference(image: string): boolean {
  const repository = image.replace(SUFFIX, '');
  const [first = '', ...rest] = repository.split('/');
  const isHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const parts = isHost ? rest : [first, ...rest];
  return (!isHost || HOST.test(first)) && parts.every((part) => PART.test(part));
}

export function imageProblems(container: string, image: string | undefined, problems: Problems): void {
  problems.unless(
    isImageReference(image ?? ''),
    `the image "${image ?? ''}" of container ${container} is no image reference: its Pods would stay in InvalidImageName.`,
    'write it as host/path:tag or host/path:tag@sha256:<64 hex digits>, in lower case.',
  );
}
