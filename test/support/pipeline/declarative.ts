import { readJenkinsfile, type Statement, textOf } from './jenkinsfile';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/**
 * What a declarative pipeline may hold. The names of steps, and more options, come with plugins: those stand here that the
 * files of docs/pipelines use.
 * @see https://www.jenkins.io/doc/book/pipeline/syntax/
 */
const PIPELINE = words('agent environment libraries options parameters post stages tools triggers');
const STAGE = words('agent environment failFast input matrix options parallel post stages steps tools when');
const BODIES = words('steps stages parallel matrix');
const AGENTS = words('label node docker dockerfile kubernetes');
const OPTIONS = words(
  'buildDiscarder checkoutToSubdirectory disableConcurrentBuilds disableResume newContainerPerStage overrideIndexTriggers parallelsAlwaysFailFast preserveStashes quietPeriod retry skipDefaultCheckout skipStagesAfterUnstable timeout timestamps',
);
const PARAMETERS = words('string text booleanParam choice password');
const POST = words('always changed fixed regression aborted failure success unstable unsuccessful cleanup');
const WHEN = words(
  'allOf anyOf not branch buildingTag changelog changeset changeRequest environment equals expression tag triggeredBy beforeAgent beforeInput beforeOptions',
);
const STEPS = words('sh dir git withCredentials archiveArtifacts junit');
const NESTING_STEPS = words('dir withCredentials');
const MANY = Number.POSITIVE_INFINITY;

/** What a declarative pipeline's own validator would refuse, line by line. */
export function declarativeProblems(text: string): readonly string[] {
  const all = readJenkinsfile(text);
  const problems: string[] = [];
  const say = ({ line }: { readonly line: number }, message: string) => void problems.push(`${line}: ${message}`);
  const [pipeline, ...others] = all;
  if (pipeline?.name !== 'pipeline') return ['1: the file does not begin with pipeline'];
  for (const other of others) say(other, `"${other.name}" stands behind the pipeline`);
  const stageNames = new Set<string>();

  /** The statements of a block, each known and there once; a block of none is refused. */
  const within = (parent: Statement, known: ReadonlySet<string>, { most = 1 } = {}): readonly Statement[] => {
    const block = parent.block ?? [];
    if (block.length === 0) say(parent, `"${parent.name}" is empty`);
    const seen = new Map<string, number>();
    for (const one of block) {
      if (!known.has(one.name)) say(one, `"${one.name}" is unknown in "${parent.name}"`);
      const times = (seen.get(one.name) ?? 0) + 1;
      seen.set(one.name, times);
      if (times > most) say(one, `"${one.name}" is there more than once`);
    }
    return block;
  };
  const steps = (parent: Statement): void => {
    for (const step of within(parent, STEPS, { most: MANY })) if (NESTING_STEPS.has(step.name)) steps(step);
  };
  const when = (parent: Statement): void => {
    const conditions = within(parent, WHEN, { most: MANY });
    if (parent.name === 'not' && conditions.length > 1) say(parent, '"not" takes one condition');
    for (const one of conditions) if (['allOf', 'anyOf', 'not'].includes(one.name)) when(one);
  };
  const agent = (section: Statement): void => {
    if (section.block !== undefined) within(section, AGENTS);
    else if (!['any', 'none'].includes(section.words[0]?.text ?? '')) say(section, '"agent" is any, none, or a block');
  };
  const environment = (section: Statement): void => {
    for (const { line, name, words: given } of section.block ?? []) {
      const [equals, value] = given;
      const isValue = value?.type === 'text' || value?.text === 'credentials';
      if (equals?.text !== '=' || !isValue) say({ line }, `"${name}" is not given a string or credentials`);
    }
  };
  const stage = (one: Statement): void => {
    const name = textOf(one) ?? '';
    if (one.name !== 'stage' || name === '') return say(one, `"${one.name}" is not a stage with a name`);
    if (stageNames.has(name)) say(one, `a stage "${name}" is there already`);
    stageNames.add(name);
    const block = within(one, STAGE);
    if (block.filter((section) => BODIES.has(section.name)).length !== 1)
      say(one, `the stage "${name}" has not exactly one of ${[...BODIES].join(', ')}`);
    block.forEach(section);
  };
  const sections: Readonly<Record<string, (one: Statement) => void>> = {
    agent,
    environment,
    when,
    steps,
    stages: (one) => within(one, words('stage'), { most: MANY }).forEach(stage),
    parallel: (one) => within(one, words('stage'), { most: MANY }).forEach(stage),
    options: (one) => void within(one, OPTIONS),
    parameters: (one) => void within(one, PARAMETERS, { most: MANY }),
    post: (one) => within(one, POST).forEach(steps),
  };
  function section(one: Statement): void {
    sections[one.name]?.(one);
  }
  const found = within(pipeline, PIPELINE);
  for (const name of ['agent', 'stages'])
    if (!found.some((one) => one.name === name)) say(pipeline, `the pipeline has no "${name}"`);
  found.forEach(section);
  return problems;
}
