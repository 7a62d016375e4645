/** One member of an interface, an object type or a class. */
export interface Member {
  readonly comment: string;
  readonly name: string;
  readonly kind: 'property' | 'method' | 'constructor';
  readonly optional: boolean;
  /** The type of a property; the parameters and the result of a method. */
  readonly type: string;
}

const WORDS = /^(?:(?:public|protected|private|static|abstract|override|readonly|get) )*/;
const MEMBER = /^(['"]?)([\w$-]+)\1(\??)([\s\S]*)$/;
const OPENING = '{([';
const CLOSING = '})]';

/** The members of a declaration that has a body; without those that are protected or private. */
export function membersOf(declaration: string): readonly Member[] {
  const start = declaration.indexOf('{');
  return statements(declaration.slice(start + 1, declaration.lastIndexOf('}'))).flatMap(({ comment, text }) => {
    const [words = ''] = WORDS.exec(text) ?? [];
    if (/\b(private|protected)\b/.test(words)) return [];
    const [, , name = '', mark = '', rest = ''] = MEMBER.exec(text.slice(words.length)) ?? [];
    if (name === '') throw new Error(`the reader does not know the member ${text}`);
    return [member(comment, name, mark, rest.trim(), words.includes('get '))];
  });
}

function member(comment: string, name: string, mark: string, rest: string, isGetter: boolean): Member {
  if (isGetter) return { comment, name, kind: 'property', optional: false, type: rest.replace(/^\(\):\s*/, '') };
  const optional = mark === '?';
  if (rest.startsWith('('))
    return { comment, name, kind: name === 'constructor' ? name : 'method', optional, type: rest };
  const type = rest.startsWith('=') ? rest.replace(/^=\s*/, '') : rest.replace(/^:\s*/, '');
  return { comment, name, kind: 'property', optional, type };
}

/** A comment, a text, or one character. */
const TOKEN = /\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[\s\S]/g;

/** What stands between semicolons that are inside no bracket, each with the last comment before it. */
function statements(body: string): readonly { readonly comment: string; readonly text: string }[] {
  const found: { comment: string; text: string }[] = [];
  let [depth, comment, text] = [0, '', ''];
  for (const [token] of body.matchAll(TOKEN)) {
    depth += deeper(token);
    if (token === ';' && depth === 0) {
      found.push({ comment, text: text.trim() });
      [comment, text] = ['', ''];
    } else if (token.startsWith('/*') && text.trim() === '') comment = token;
    else text += token;
  }
  return found;
}

function deeper(token: string): number {
  if (token.length > 1) return 0;
  return OPENING.includes(token) ? 1 : -Number(CLOSING.includes(token));
}
