/** What the generated files call of `fields.ts`. */
const CALLED = ['isMap', 'items', 'present', 'presentIn', 'scalar', 'time', 'whole'];

/**
 * The text of a generated file, whose kinds refuse what they would drop. cdk8s-cli reads the fields it knows, and of a
 * text in the place of a map, or of a number in that of an `IntOrString`, nothing.
 */
export function withoutLoss(text: string): string {
  const result = text
    .replace(DROPPING, (_, map: string, value: string) =>
      map === 'result' ? 'present(result, obj)' : `presentIn(${map}${changeOf(value)})`,
    )
    .replace(FUNCTION, withSpellings)
    .replace(/if \(obj === undefined\) \{ return undefined; \}/g, 'if (!isMap(obj)) { return obj; }')
    .replace(
      WHOLE,
      (_, kind: string, toJson: string, given: string) => `return whole(${kind}.GVK, ${given}, ${toJson});`,
    )
    .replace(/\b(obj\.\w+|y)\?\.map\(/g, 'items($1, ')
    .replace(/\b(obj\.\w+|y)\?\.value\b/g, 'scalar($1)')
    .replace(/\b(obj\.\w+)\?\.toISOString\(\)/g, 'time($1)')
    .trimEnd();
  const called = CALLED.filter((name) => new RegExp(`\\b${name}\\(`).test(result));
  return `${result.replace(/^(?=import )/m, `import { ${called.join(', ')} } from './fields';\n`)}\n`;
}

function changeOf(value: string): string {
  return value === 'i[1]' ? '' : `, (y) => ${value.replaceAll('i[1]', 'y')}`;
}

/** How cdk8s-cli leaves out what is undefined: a copy of the whole map for every field in it. */
const DROPPING =
  /Object\.entries\(([^()]*)\)\.reduce\(\(r, i\) => \(i\[1\] === undefined\) \? r : \(\{ \.\.\.r, \[i\[0\]\]: (.*?) \}\), \{\}\)/g;

/** `{ ...KubeIngress.GVK, ...toJson_KubeIngressProps(resolved) }` */
const WHOLE = /return \{\s+\.\.\.(\w+)\.GVK,\s+\.\.\.(toJson_\w+)\((\w+)\),\s+\};/g;

/** The body of a function that makes JSON, to its last line. */
const FUNCTION = /const result = \{\n([\s\S]*?)\n {2}\};[\s\S]*?present\(result, obj\)/g;

/** Names the properties that are not spelled as their fields are: `hostIp` for `hostIP`. */
function withSpellings(body: string, fields: string): string {
  const others = [...fields.matchAll(/^ {4}'([^']+)': .*?\bobj\.(\w+)/gm)].filter(([, field, name]) => field !== name);
  if (others.length === 0) return body;
  const spelled = others.map(([, field, name]) => `'${field}': '${name}'`).join(', ');
  return body.replace('present(result, obj)', `present(result, obj, { ${spelled} })`);
}
