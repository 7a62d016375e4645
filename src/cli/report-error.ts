import { tmpdir } from 'node:os';
import { CommanderError } from 'commander';
import { manyLines, sendable } from '../grammar/visible-text';
import { isToolError, stopsOf, ToolError } from '../model/errors';
import { missingPart } from '../model/missing-part';
import { systemRefusal } from '../model/system-refusal';
import { messageOf, traceOf } from '../model/thrown';
import { isMachineFormat, machineReport } from '../report/machine-report';
import { stopsMarkdown } from '../report/stops-markdown';
import { stopsText } from '../report/stops-text';
import { wrapped } from '../report/wrap';
import { type Asked, askedBy } from './asked';

type Write = (text: string) => unknown;

/** Of the run that goes on in this process. */
let asked: Asked = { command: 'cdk8s-eks' };
let write: Write = (text) => process.stdout.write(text);
let hasResult = false;

/**
 * To be called before anything else happens: what stops the run is told in the format that its command line asks for,
 * and on the stdout of now, whatever apps put in its place.
 */
export function beginReport(argv: readonly string[], commands: readonly string[]): void {
  asked = askedBy(argv, commands);
  write = process.stdout.write.bind(process.stdout);
  hasResult = false;
}

/** Columns of a terminal; a pipe has none, and is never wrapped. */
export function widthOf(stream: NodeJS.WriteStream): number | undefined {
  return stream.isTTY === true ? stream.columns : undefined;
}

/** Takes the line of the progress off a terminal. */
export const CLEAR_LINE = '\r\u001b[2K';

function toStderr(text: string): void {
  process.stderr.write(process.stderr.isTTY === true ? `${CLEAR_LINE}${text}` : text);
}

/** Stdout has its one document. */
export function noteResult(): void {
  hasResult = true;
}

/** Says what ended the work: to people on stderr, and to a program in the format it asked for. @returns the exit code */
export function reportError(error: unknown, verbose = false): number {
  if (error instanceof CommanderError) return reportArguments(error);
  const stop = isToolError(error) ? error : (systemRefusal(error, tmpdir()) ?? missingPart(error));
  if (stop !== undefined) {
    tellStop(stop);
    if (verbose && stop.cause instanceof Error) process.stderr.write(`${manyLines(String(stop.cause.stack))}\n`);
    return stop.exitCode;
  }
  const text = manyLines(traceOf(error).stack ?? messageOf(error));
  const message = 'this is a mistake in cdk8s-eks, not in your project.';
  toStderr(`error DEFECT: ${message}\n${text}\n`);
  const defect = new ToolError('DEFECT', [{ message: `${message} ${text}` }]);
  if (!hasResult) tellProgram(defect);
  return defect.exitCode;
}

/** @param again whether stdout carries the results of many runs, each a document, rather than one */
export function tellStop(error: ToolError, { again = false } = {}): void {
  const text = sendable(`${stopsText(stopsOf(error))}\n`, { colour: false });
  toStderr(wrapped(text, widthOf(process.stderr)));
  if (again || !hasResult) tellProgram(error);
}

function tellProgram(error: ToolError): void {
  const { command, format } = asked;
  if (isMachineFormat(format)) write(machineReport(format, { command, stops: stopsOf(error) }));
  else if (format === 'markdown') write(stopsMarkdown(command, stopsText(stopsOf(error))));
}

/** What the parser refuses, in our words. A help that nobody asked for has been printed; one that was is not an error. */
function reportArguments({ exitCode, code, message }: CommanderError): number {
  if (exitCode === 0) return 0;
  const isHelp = code === 'commander.help';
  const what = isHelp ? 'the command line names no command.' : sentenceOf(message);
  const help = asked.command === 'cdk8s-eks' ? asked.command : `cdk8s-eks ${asked.command}`;
  const fix = `see \`${help} --help\`.`;
  const error = new ToolError('ARGUMENTS', [{ message: what, fix }]);
  if (isHelp) tellProgram(error);
  else tellStop(error);
  return error.exitCode;
}

/** `error: unknown option '--stict'\n(Did you mean --strict?)` → `unknown option '--stict'. Did you mean --strict?` */
function sentenceOf(message: string): string {
  const [what = '', ...more] = message.replace(/^error: /, '').split(/\n(?=\(Did you mean .*\)$)/);
  const sentence = what.endsWith('.') ? what : `${what}.`;
  return [sentence, ...more.map((hint) => hint.slice(1, -1))].join(' ');
}
