import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { declarativeProblems } from '../../support/pipeline/declarative';
import { namedOf, readJenkinsfile, textOf } from '../../support/pipeline/jenkinsfile';
import { ROOT } from '../../support/project';

const FOLDER = join(ROOT, 'docs', 'pipelines', 'jenkins');
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');
const REVIEW = read('Jenkinsfile');

describe('the declarative grammar', () => {
  it.each(readdirSync(FOLDER))('14.4 accepts %s', (name) => expect(declarativeProblems(read(name))).toEqual([]));

  it.each([
    ["agent { label 'node' }", '', '4: the pipeline has no "agent"'],
    ["agent { label 'node' }", 'agent', '5: "agent" is any, none, or a block'],
    ["agent { label 'node' }", 'agents any', '4: the pipeline has no "agent"'],
    ['disableConcurrentBuilds()', 'disableConcurrentBuild()', '7: "disableConcurrentBuild" is unknown in "options"'],
    ["string(name: 'TO'", "strings(name: 'TO'", '13: "strings" is unknown in "parameters"'],
    ["stage('review')", "stage('install')", `21: a stage "install" is there already`],
    ["stage('review')", 'stages', '21: "stages" is unknown in "stages"'],
    ['changeRequest()', 'changeRequests()', '22: "changeRequests" is unknown in "when"'],
    ['      post {', '      posts {', '39: "posts" is unknown in "stage"'],
    ['        always {', '        finally {', '40: "finally" is unknown in "post"'],
    ['steps {', 'step {', 'the stage "install" has not exactly one of steps, stages, parallel, matrix'],
    ["sh 'npm ci --ignore-scripts'", '', '17: "steps" is empty'],
    ["sh 'npm ci --ignore-scripts'", "bash 'npm ci'", '18: "bash" is unknown in "steps"'],
    ['pipeline {', "node('x') {", '1: the file does not begin with pipeline'],
  ])('14.4 refuses %s → %s', (from, to, problem) => {
    expect(REVIEW).toContain(from);
    expect(declarativeProblems(REVIEW.replace(from, () => to)).join('\n')).toContain(problem);
  });

  it('14.4 refuses a variable that is given a call, and a block that does not end', () => {
    const image = read('Jenkinsfile.ecr').replace("REPOSITORY = 'shop/web'", "REPOSITORY = readFile('name')");
    expect(declarativeProblems(image)).toEqual(['13: "REPOSITORY" is not given a string or credentials']);
    expect(() => readJenkinsfile("pipeline {\n  stages { stage('a') { }\n")).toThrow(
      'the block of "stages" does not end',
    );
    expect(() => readJenkinsfile('pipeline { }\n}')).toThrow('2: "}" closes nothing');
    expect(() => readJenkinsfile("stage('a' {\n")).toThrow('1: a parenthesis does not end');
  });

  it('14.4 reads what is handed to a call, within strings and comments nothing', () => {
    const [one] = readJenkinsfile("/* { */ git branch: 'a}b', url: env.PLACE // { 'x\n");
    expect([
      one?.name,
      one && textOf(one),
      [...(one ? namedOf(one) : [])].map(([key, { text }]) => [key, text]),
    ]).toEqual([
      'git',
      'a}b',
      [
        ['branch', 'a}b'],
        ['url', 'env.PLACE'],
      ],
    ]);
  });
});
