import { type TypeNode, TypeText } from './type-text';

/** What `type X = …` stands for. */
export function typeOf(text: string): TypeNode {
  return new TypeText(text.slice(text.indexOf('=') + 1)).type();
}

/** What an interface extends, and its own members. */
export function interfaceParts(text: string): { readonly parents: readonly TypeNode[]; readonly body: TypeNode } {
  return new TypeText(text).interface();
}
