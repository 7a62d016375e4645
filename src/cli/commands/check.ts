import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { wrongDnsLabel } from '../../grammar/dns';
import type { AllowedCall } from '../../model/allowed-call';
import { defined } from '../../model/defined';
import { ToolError } from '../../model/errors';
import { stopsRun, type Verdict } from '../../model/finding';
import type { Pin } from '../../model/pin';
import { type Rehearsal, stoppingVerdicts } from '../../model/rehearsal';
import { callsText } from '../../report/calls-text';
import { rehearsalText } from '../../report/rehearsal-text';
import { summaryText } from '../../report/summary';
import { findingsText } from '../../report/text';
import type { SkippedApp } from '../../run/survey/render-environment';
import { uncheckedTypes } from '../../run/survey/unchecked-types';
import { oneValue } from '../one-value';
import { type Output, terminalOutput } from '../output';
import { showProgress } from '../progress';
import { addRefereeFlags, type RefereeFlags, refereesOf } from '../referees';
import { addRenderingFlags, type RenderingFlags, renderingOf, sayRenderedTwice } from '../rendering';
import { formatVerdicts, type ReportFormat, reportFormatOption } from '../report-format';
import { rootsOf } from '../roots';
import { addJobsFlag, addSelectionFlags, jobsOf, type SelectionFlags, selectionOf } from '../selection';
import { tellPins } from '../tell-pins';

interface CheckFlags extends SelectionFlags, RefereeFlags, RenderingFlags {
  readonly jobs?: string;
  readonly manifests?: string;
  readonly namespace?: string;
  readonly alone?: boolean;
  readonly kubernetesVersion?: string;
  readonly out?: string;
  readonly strict?: boolean;
  readonly calls?: boolean;
  readonly typecheck: boolean;
  readonly format: ReportFormat;
}

export function register(program: Command): void {
  const command = program.command('check').description('run all rules on what the apps render, or on a folder of YAML');
  addRenderingFlags(addRefereeFlags(addJobsFlag(addSelectionFlags(command))))
    .option(
      '-m, --manifests <dir>',
      'judge the YAML files of a folder instead (needs one --env)',
      oneValue('--manifests'),
    )
    .option(
      '--namespace <name>',
      'with --manifests: where objects without a namespace are (default: default)',
      oneValue('--namespace'),
    )
    .option('--alone', 'with --manifests: leave out what the apps have on the cluster, by the committed output')
    .option(
      '--kubernetes-version <version>',
      'tell what another version, such as 1.36, changes before an upgrade; `next` is one above each environment’s own; with --manifests: judge as that version',
      oneValue('--kubernetes-version'),
    )
    .option(
      '--calls',
      'print the calls that network policies allow, of all apps of each environment, or of a folder and what is there (text and json)',
    )
    .option(
      '-o, --out <dir>',
      'the committed output that changes are judged against (default: dist)',
      oneValue('--out'),
    )
    .option('--strict', 'warnings and unknowns fail too')
    .option('--no-typecheck', 'do not run the TypeScript compiler beside the rendering')
    .addOption(reportFormatOption('of the findings'))
    .action((flags: CheckFlags) => run(program, flags));
}

async function run(program: Command, flags: CheckFlags): Promise<void> {
  const started = performance.now();
  refuseIdleFlags(flags);
  refuseLostCalls(flags);
  const output = terminalOutput(program.opts());
  const roots = rootsOf(program, flags.out);
  const { checkManifests, checkProject } = await import('../../run/commands/check.js');
  const { kubernetesVersion } = flags;
  const options = { selection: selectionOf(flags), referees: refereesOf(flags) };
  const ofApps = {
    ...options,
    ...jobsOf(flags),
    typeCheck: flags.typecheck,
    ...renderingOf(flags),
    ...(output.live && { onProgress: showProgress(output, started) }),
  };
  if (flags.manifests === undefined && kubernetesVersion !== undefined) {
    const { rehearse } = await import('../../run/commands/rehearse.js');
    const rehearsal = await rehearse(roots, { ...ofApps, kubernetesVersion });
    output.progress('');
    return tellRehearsal(rehearsal, flags, output);
  }
  const allowed: { readonly environment: string; readonly calls: readonly AllowedCall[] }[] = [];
  const heard = flags.calls === true && {
    onCalls: (environment: string, calls: readonly AllowedCall[]) => void allowed.push({ environment, calls }),
  };
  const pins: Pin[] = [];
  const verdicts =
    flags.manifests === undefined
      ? await checkProject(roots, {
          ...ofApps,
          ...heard,
          onPins: (found) => void pins.push(...found),
          onNothing: (environment, skipped) => sayNothing(environment, skipped, output),
        })
      : await checkManifests(roots, flags.manifests, {
          ...options,
          ...placeOf(flags),
          ...heard,
          ...defined({ kubernetesVersion }),
        });
  output.progress('');
  tellPins(pins, output);
  if (flags.manifests === undefined) sayRenderedTwice(flags, output);
  else if (flags.alone !== true) sayWithoutContext(verdicts, roots, output);
  if (flags.format === 'text')
    output.text(
      allowed.map(({ environment, calls }) => `${callsText(environment, calls)}\n`).join('') +
        textOf(
          verdicts,
          output.colour,
          flags.manifests === undefined ? uncheckedTypes(roots, flags.typecheck) : undefined,
        ),
    );
  else
    output.result(
      await formatVerdicts(flags.format, {
        command: 'check',
        verdicts,
        more: { ...(flags.calls === true && { calls: allowed }), ...(pins.length > 0 && { pins }) },
      }),
    );
  process.exitCode = stopsRun(verdicts, flags.strict === true) ? 1 : 0;
}

async function tellRehearsal(rehearsal: Rehearsal, flags: CheckFlags, output: Output): Promise<void> {
  const { brought, gone, kept, raised } = rehearsal;
  const strict = flags.strict === true;
  const stopping = stoppingVerdicts(rehearsal, strict);
  sayRenderedTwice(flags, output);
  if (flags.format === 'text') output.text(rehearsalText(rehearsal, output.colour));
  else {
    // JSON tells what changes from what stays; the other formats have findings alone, and say whatever stops the run.
    const verdicts = flags.format === 'json' ? brought : stopping;
    const more = { rehearsal: { raised, gone, kept } };
    output.result(await formatVerdicts(flags.format, { command: 'check', verdicts, more }));
  }
  process.exitCode = stopsRun(stopping, strict) ? 1 : 0;
}

const OF_A_FOLDER = { namespace: '--namespace', alone: '--alone' } as const;
const OF_THE_APPS = {
  app: '--app',
  jobs: '--jobs',
  sandbox: '--sandbox',
  verifyDeterminism: '--verify-determinism',
} as const;

/** @throws ToolError ARGUMENTS with every option that would do nothing */
function refuseIdleFlags(flags: CheckFlags): void {
  const isFolder = flags.manifests !== undefined;
  const idle = Object.entries(isFolder ? OF_THE_APPS : OF_A_FOLDER)
    .filter(([key]) => flags[key as keyof CheckFlags] !== undefined)
    .map(([, name]) => name);
  if (idle.length === 0) return;
  const [what, fix] = isFolder
    ? ['a folder (--manifests), of which no app is run', `leave out ${idle.join(' and ')}, or --manifests.`]
    : ['the apps', `add --manifests DIR, or leave out ${idle.join(' and ')}.`];
  throw new ToolError('ARGUMENTS', [
    { message: `${idle.join(' and ')} would do nothing: what is judged is ${what}.`, fix },
  ]);
}

/**
 * A table of calls that some apps are missing from would say that nobody calls them.
 * @throws ToolError ARGUMENTS
 */
function refuseLostCalls({ calls, app = [], format, kubernetesVersion }: CheckFlags): void {
  if (calls !== true) return;
  const lost = [
    ...(app.length > 0 ? ['--app'] : []),
    ...(kubernetesVersion === undefined ? [] : ['--kubernetes-version']),
    ...(format === 'text' || format === 'json' ? [] : [`--format ${format}`]),
  ];
  if (lost.length === 0) return;
  const message = `--calls does not go with ${lost.join(' and ')}: it lists the calls of all apps, as text or JSON.`;
  throw new ToolError('ARGUMENTS', [{ message, fix: `leave out ${lost.join(' and ')}, or --calls.` }]);
}

/** What is there on a cluster is judged by the committed output; without it, everything elsewhere seems to be missing. */
function sayWithoutContext(verdicts: readonly Verdict[], { out }: { readonly out: string }, output: Output): void {
  const environment = verdicts[0]?.environment;
  if (environment === undefined || existsSync(join(out, environment))) return;
  output.log(
    `note: there is no output of ${environment}, so what its apps have on the cluster is not known; run synth before, or say --alone.`,
  );
}

/** A run that judged nothing must not look like one that found nothing. */
function sayNothing(environment: string, skipped: readonly SkippedApp[], output: Output): void {
  for (const { app, reason } of skipped) output.log(`note: nothing of ${environment} › ${app} is judged: ${reason}`);
}

/** @throws ToolError ARGUMENTS for a name that no Namespace can have */
function placeOf({ namespace, alone = false }: CheckFlags): { readonly namespace?: string; readonly alone: boolean } {
  const wrong = namespace === undefined ? undefined : wrongDnsLabel(namespace);
  if (wrong === undefined) return { alone, ...defined({ namespace }) };
  const message = `--namespace is ${JSON.stringify(namespace)}, and no Namespace can be called that: ${wrong}.`;
  throw new ToolError('ARGUMENTS', [{ message, fix: 'name the Namespace that the objects are applied to.' }]);
}

function textOf(verdicts: readonly Verdict[], colour: boolean, types: string | undefined): string {
  const findings = verdicts.flatMap((verdict) => verdict.findings);
  return `${findingsText(findings, { colour, fold: true })}${summaryText(verdicts)}${types === undefined ? '' : `; ${types}`}\n`;
}
