import type { Problem } from '../model/errors';
import { patchProblem } from './patch-problem';

type Said = Pick<Problem, 'message' | 'fix'>;

/** How `constructs` refuses the second of two children with one id. */
const DOUBLED = /^There is already a Construct with name '(?<id>[^']*)' in (?<kind>\S+)(?: \[(?<path>.*)\])?$/s;

/** What errors of cdk8s and constructs are told as, with their repair; undefined for any other error. */
export function thrownProblem(message: string): Said | undefined {
  return doubledId(message) ?? patchProblem(message);
}

function doubledId(message: string): Said | undefined {
  const { id, kind, path = '' } = DOUBLED.exec(message)?.groups ?? {};
  if (id === undefined) return undefined;
  return {
    message: `a construct with the id "${id}" is already in ${path === '' ? kind : path}, and ids are unique there.`,
    fix: `give one of the two another id: it is the second argument, behind the scope.`,
  };
}
