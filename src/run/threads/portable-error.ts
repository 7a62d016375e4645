import { defined } from '../../model/defined';
import { isToolError, ToolError } from '../../model/errors';
import { codeOf, isError, messageOf, textOf, traceOf } from '../../model/thrown';

/** An error on its way between threads, where classes and causes are lost. */
export interface PortableError {
  readonly tool?: Pick<ToolError, 'code' | 'problems'>;
  /** Of an error of the file system. */
  readonly system?: Pick<NodeJS.ErrnoException, 'code' | 'path'> & { readonly message: string };
  readonly stack: string;
}

export function portable(error: unknown): PortableError {
  const stack = traceOf(error).stack ?? messageOf(error);
  if (isToolError(error)) return { tool: { code: error.code, problems: error.problems }, stack };
  if (!isError(error)) return { stack };
  const system = { message: messageOf(error), ...defined({ code: codeOf(error), path: textOf(error, 'path') }) };
  return { system, stack };
}

export function revived({ tool, system, stack }: PortableError): Error {
  if (tool !== undefined) return new ToolError(tool.code, tool.problems);
  const error = Object.assign(new Error(system?.message ?? stack.split('\n')[0]), system);
  error.stack = stack;
  return error;
}
