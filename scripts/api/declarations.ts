import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** A name in one file: a path below the folder of declarations, without `.d.ts`. `*` is the whole file. */
export interface Reference {
  readonly file: string;
  readonly name: string;
}

/** What one `.d.ts` of ours says. */
interface Module {
  /** Own declarations by name, without comments and without what is private. */
  readonly declared: ReadonlyMap<string, string>;
  /** The same with the comments inside, and the comment before each. */
  readonly documented: ReadonlyMap<string, Documented>;
  /** What it imports or passes on, by the name that is used here or exported. */
  readonly others: ReadonlyMap<string, Reference>;
}

/** A declaration with its comments. */
export interface Documented {
  /** `/** … *\/`, or nothing. */
  readonly comment: string;
  readonly text: string;
}

const COMMENT_OR_TEXT = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
const STATEMENT = /^(?=(?:export|import|declare|interface|type)\b)/m;
const DECLARATION =
  /^(?:export )?(?:declare )?((?:abstract )?(?:class|interface|type|const|function|enum) (\w+)[\s\S]*?)\s*$/;
const LIST = /^(?:import|export)(?: type)? \{([^}]*)\}(?: from ['"]([^'"]+)['"])?;/;
/** All names of another file, passed on. */
const STAR = /^export \* from ['"]([^'"]+)['"];/;
const NAMESPACE = /^(?:import|export) \* as (\w+) from ['"]([^'"]+)['"];/;

/** Reads the declarations that the compiler wrote into one folder. */
export class Declarations {
  private readonly modules = new Map<string, Module>();

  constructor(private readonly folder: string) {}

  /** All names that a door exports, each with the file that declares it. */
  exportsOf(door: string): ReadonlyMap<string, Reference> {
    const { declared, others } = this.module(door);
    const own = [...declared.keys()].map((name) => [name, { file: door, name }] as const);
    const passedOn = [...others].map(([name, reference]) => [name, this.origin(reference)] as const);
    return new Map([...own, ...passedOn]);
  }

  /** The text of a declaration; undefined for a whole file, and for what another package declares. */
  textOf({ file, name }: Reference): string | undefined {
    return this.isOurs(file) ? this.module(file).declared.get(name) : undefined;
  }

  /** A declaration with its comments; undefined as for `textOf`. */
  documentedOf({ file, name }: Reference): Documented | undefined {
    return this.isOurs(file) ? this.module(file).documented.get(name) : undefined;
  }

  /** The names of ours that a declaration uses, each with the file that declares it. */
  usedBy(reference: Reference): readonly Reference[] {
    const text = this.textOf(reference) ?? '';
    const { declared, others } = this.module(reference.file);
    const used: Reference[] = [];
    for (const [, path = '', name = ''] of text.matchAll(/\bimport\("([^"]+)"\)\.(\w+)/g))
      used.push(this.origin({ file: below(reference.file, path), name }));
    const names = new Set(text.replace(COMMENT_OR_TEXT, '').match(/\b[A-Za-z_]\w*\b(?!\??:)/g));
    for (const name of names) {
      const other = others.get(name);
      if (other !== undefined) used.push(this.origin(other));
      else if (declared.has(name) && name !== reference.name) used.push({ file: reference.file, name });
    }
    return used.filter(({ file }) => this.isOurs(file));
  }

  /** What a name means in the file of another declaration; undefined for what is not ours. */
  find(name: string, { file }: Reference): Reference | undefined {
    if (!this.isOurs(file)) return undefined;
    const { declared, others } = this.module(file);
    if (declared.has(name)) return { file, name };
    const other = others.get(name);
    const found = other && this.origin(other);
    return found !== undefined && this.isOurs(found.file) ? found : undefined;
  }

  /** The file that declares a name, however often it is passed on. */
  private origin(reference: Reference): Reference {
    const { file, name } = reference;
    if (name === '*' || !this.isOurs(file)) return reference;
    const { declared, others } = this.module(file);
    const next = declared.has(name) ? undefined : others.get(name);
    return next === undefined ? reference : this.origin(next);
  }

  private isOurs(file: string): boolean {
    return existsSync(join(this.folder, `${file}.d.ts`));
  }

  private module(file: string): Module {
    const known = this.modules.get(file);
    if (known !== undefined) return known;
    const { passedOn, ...read } = readModule(file, readFileSync(join(this.folder, `${file}.d.ts`), 'utf8'));
    const others = new Map([...read.others, ...passedOn.flatMap((other) => [...this.exportsOf(other)])]);
    const module = { ...read, others };
    this.modules.set(file, module);
    return module;
  }
}

/** @returns the module, and the files whose names it passes on without listing them */
function readModule(file: string, source: string): Module & { readonly passedOn: readonly string[] } {
  const passedOn: string[] = [];
  const declared = new Map<string, string>();
  const others = new Map<string, Reference>();
  const text = source.replace(COMMENT_OR_TEXT, (found) => (found.startsWith('/') ? '' : found));
  for (const statement of text.split(STATEMENT)) {
    const [, declaration, name] = DECLARATION.exec(statement) ?? [];
    const [, whole] = STAR.exec(statement) ?? [];
    if (whole !== undefined) {
      passedOn.push(below(file, whole));
      continue;
    }
    const references = referencesIn(file, statement);
    for (const [used, reference] of references ?? []) others.set(used, reference);
    if (references !== undefined) continue;
    if (declaration !== undefined && name !== undefined)
      declared.set(name, [declared.get(name), tidied(declaration)].filter((part) => part !== undefined).join('\n'));
    else if (/^(export|declare)\b/.test(statement))
      throw new Error(`${file}: the reader does not know ${statement.split('\n')[0]}`);
  }
  return { declared, documented: documentedIn(source), others, passedOn };
}

const LAST_COMMENT = /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/)?\s*$/;

/** Overloads of a function count by their first one. */
function documentedIn(source: string): ReadonlyMap<string, Documented> {
  const found = new Map<string, Documented>();
  let comment = '';
  for (const statement of source.split(STATEMENT)) {
    const [, next = ''] = LAST_COMMENT.exec(statement) ?? [];
    const [, text, name] = DECLARATION.exec(statement.replace(LAST_COMMENT, '')) ?? [];
    if (text !== undefined && name !== undefined && !found.has(name)) found.set(name, { comment, text: tidied(text) });
    comment = next;
  }
  return found;
}

/** What an import or a list of exports names of other files; undefined for any other statement. */
function referencesIn(file: string, statement: string): readonly (readonly [string, Reference])[] | undefined {
  const [, names, from] = LIST.exec(statement) ?? [];
  const [, namespace, whole = ''] = NAMESPACE.exec(statement) ?? [];
  if (names !== undefined) {
    if (from === undefined) return [];
    return namesOf(names).map(([used, original]) => [used, { file: below(file, from), name: original }]);
  }
  return namespace === undefined ? undefined : [[namespace, { file: below(file, whole), name: '*' }]];
}

/** `a, type b as c` → c is b there. */
function namesOf(list: string): readonly (readonly [used: string, original: string])[] {
  return list.split(',').flatMap((item) => {
    const [original, used = original] = item
      .trim()
      .replace(/^type /, '')
      .split(' as ');
    return original === undefined || original === '' || used === undefined ? [] : [[used, original] as const];
  });
}

function below(file: string, path: string): string {
  return path.startsWith('.') ? posix.join(posix.dirname(file), path) : path;
}

/** Without private members and empty lines, indented by two. */
function tidied(declaration: string): string {
  const lines = declaration.split('\n').filter((line) => line.trim() !== '' && !/^\s+private /.test(line));
  return lines.map((line) => line.replace(/^ +/, (indent) => indent.slice(0, indent.length / 2)).trimEnd()).join('\n');
}
