import { wrongImage } from '../../src/grammar/image';
import type { Problems } from '../shared/problems';

/** As rule k8s/valid-container judges it. */
export function imageProblems(container: string, image: string | undefined, problems: Problems): void {
  const wrong = wrongImage(image ?? '');
  problems.unless(
    wrong === undefined,
    `no runtime can read the image "${image ?? ''}" of container ${container}: ${wrong}. Its Pods would stay in InvalidImageName.`,
    'write it as host/path:tag or host/path:tag@sha256:<64 hex digits>, in lower case.',
  );
}
