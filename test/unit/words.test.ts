import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/project';

/** Turns that a reader stops at. "There is no such Service" is good English; "80 is no port" is not. */
const FORBIDDEN: readonly RegExp[] = [
  /(?<!\bthere )\b(?:is|are|was|were) no (?!longer\b|more than\b|less than\b|fewer than\b|later than\b|earlier than\b|one['’ ]s)[a-z`"$]/i,
  /(?<!\bthere )\b(?:is|are|was|were) none\b/i,
  /\b(?:whither|whence|whoever|whomever|whosoever|thereof|therein|thereto|wherein|hereby|heretofore)\b/i,
];

const wrongTurn = (line: string): string | undefined =>
  FORBIDDEN.map((turn) => turn.exec(line)?.[0]).find((found) => found !== undefined);

const ROOMS = ['charts', 'src', 'scripts', 'bench', 'docs', 'test/cases', 'apps', 'environments'];
const PAGES = ['README.md', 'CONTRIBUTING.md'];
const READ = /\.(ts|mjs|md|txt|json|yaml)$/;

const files = [
  ...ROOMS.flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((path) => `${room}/${path}`),
  ).filter((path) => READ.test(path)),
  ...PAGES,
];

describe('the words of messages, comments and pages', () => {
  it.each([
    ['80 is no port', 'is no p'],
    ['"x" is no CIDR block', 'is no C'],
    ['such fields are no part of the object', 'are no p'],
    ['port 0 is none.', 'is none'],
    ['two of them were none', 'were none'],
    ['whoever can push the tag', 'whoever'],
    ['whither it moved', 'whither'],
  ])('refuse "%s"', (line, turn) => {
    expect(wrongTurn(line)).toBe(turn);
  });

  it.each([
    'there is no such Service',
    'There are no objects of that kind',
    'there is none in this environment',
    'the field is no longer served',
    'the name is no more than 63 characters',
    '80 is not a valid port',
  ])('take "%s"', (line) => {
    expect(wrongTurn(line)).toBeUndefined();
  });

  it('are plain in every file', () => {
    expect(files.length).toBeGreaterThan(500);
    const found = files.flatMap((path) =>
      readFileSync(join(ROOT, path), 'utf8')
        .split('\n')
        .flatMap((line, index) => (wrongTurn(line) === undefined ? [] : [`${path}:${index + 1}: ${line.trim()}`])),
    );
    expect(found).toEqual([]);
  });
});
