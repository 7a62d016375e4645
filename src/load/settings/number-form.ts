import { isScalar, type Node, Scalar } from 'yaml';
import { goNumber } from '../go-yaml';

/** Whole and decimal numbers as JSON writes them: every reader of YAML takes these alike. */
const JSON_FORM = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

export interface NumberProblem {
  readonly message: string;
  readonly fix: string;
}

/** What is wrong with how a number is written: settings are read as YAML 1.2, and Go and YAML 1.1 differ. */
export function numberProblem(node: Node | null): NumberProblem | undefined {
  if (!isScalar(node) || node.type !== Scalar.PLAIN || node.source === undefined) return undefined;
  const { value, source } = node;
  const toGo = goNumber(source);
  if (JSON_FORM.test(source) || (typeof value !== 'number' && toGo === undefined)) return undefined;
  const here = typeof value === 'number' ? String(value) : 'text';
  const there = toGo === undefined ? 'text' : String(toGo);
  const problem =
    here === there
      ? 'is not how JSON writes a number, and settings take no other form'
      : `is ${here} here, and ${there} to Go and YAML 1.1`;
  const numbers = [...new Set([here, there])].filter((text) => JSON_FORM.test(text));
  const asNumber = numbers.length === 0 ? '' : `; as a number, write ${numbers.join(' or ')}`;
  return { message: `\`${source}\` ${problem}.`, fix: `as text, quote it: "${source}"${asNumber}.` };
}
