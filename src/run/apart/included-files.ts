import { includedDocuments } from '../../load/included';
import { ToolError } from '../../model/errors';
import type { IncludedOf } from '../../render/with-includes';
import type { IncludedAnswer, IncludeRequest } from '../../sandbox/protocol';

/** Files that apps include, as the process that asked has read them. Here nothing is read: what is missing is noted. */
export class IncludedFiles {
  private readonly known = new Map<string, IncludedAnswer>();
  private readonly missing = new Map<string, IncludeRequest>();

  constructor(included: readonly IncludedAnswer[] = []) {
    for (const one of included) this.known.set(keyOf(one), one);
  }

  get wanted(): readonly IncludeRequest[] {
    return [...this.missing.values()];
  }

  /** @param module path of an app's module */
  of(module: string): IncludedOf {
    return (url) => {
      const request = { module, url };
      const answer = this.known.get(keyOf(request));
      if (answer !== undefined) return includedDocuments(answer.found);
      this.missing.set(keyOf(request), request);
      throw new ToolError('APP_RENDER', [
        {
          message: `the app includes ${url}, and other files each time it runs.`,
          fix: 'include files by fixed paths.',
        },
      ]);
    };
  }
}

function keyOf({ module, url }: IncludeRequest): string {
  return `${module}\0${url}`;
}
