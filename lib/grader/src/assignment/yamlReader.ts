import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type YAMLMap,
} from 'yaml';
import type { Text } from '../language';
import {
  InvalidAssignment,
  sayList,
  sayMap,
  sayNumber,
  sayOneOf,
  sayRequired,
  saySyntax,
  sayText,
  sayTwice,
  sayUnknownKey,
  type Problem,
} from './problems';

/** A place in the file: what stands there, and the keys that lead to it. */
export interface Place {
  readonly node: Node | undefined;
  readonly path: string;
}

/** Reads values out of a YAML file and collects what is wrong with them, each with its line. */
export class YamlReader {
  private readonly lines = new LineCounter();
  private readonly problems: Problem[] = [];
  private readonly document: Document;

  constructor(text: string) {
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false, uniqueKeys: false });
    for (const { pos, message } of this.document.errors) this.add(pos[0], '', saySyntax(message));
    this.throwProblems();
  }

  get root(): Place {
    return { node: this.document.contents ?? undefined, path: '' };
  }

  /** @throws InvalidAssignment if anything was wrong */
  throwProblems(): void {
    const inOrder = [...this.problems].sort((a, b) => a.line - b.line || a.column - b.column);
    if (inOrder.length > 0) throw new InvalidAssignment(inOrder);
  }

  /** A map with these keys and no others; a key that is absent has a place without a node. */
  fields<Key extends string>(place: Place, keys: readonly Key[], required: readonly Key[] = []): Record<Key, Place> {
    const found = new Map(this.pairs(place).map((pair) => [pair.key, pair]));
    for (const [key, { keyPlace }] of found) {
      if (!(keys as readonly string[]).includes(key)) this.complain(keyPlace, sayUnknownKey(keys));
    }
    for (const key of required) if (!found.has(key)) this.complain(place, sayRequired(key));
    const entries = keys.map((key) => [key, found.get(key)?.value ?? { node: undefined, path: join(place, key) }]);
    return Object.fromEntries(entries) as Record<Key, Place>;
  }

  /** A map whose keys are names, such as students. */
  dictionary<Value>(place: Place, read: (value: Place, key: string, keyPlace: Place) => Value): Map<string, Value> {
    return new Map(this.pairs(place).map(({ key, keyPlace, value }) => [key, read(value, key, keyPlace)]));
  }

  list<Value>(place: Place, read: (value: Place) => Value): Value[] {
    const node = this.resolved(place.node);
    if (node === undefined) return [];
    if (!isSeq(node)) {
      this.complain(place, sayList);
      return [];
    }
    return node.items.map((item, i) => read({ node: item as Node, path: `${place.path}[${i + 1}]` }));
  }

  /** A text as it is written: `0012` stays what it is. */
  text(place: Place): string | undefined {
    const node = this.resolved(place.node);
    if (node === undefined) return undefined;
    if (!isScalar(node)) this.complain(place, sayText);
    return isScalar(node) ? asWritten(node) : undefined;
  }

  number(place: Place, least = 0, most = Infinity): number | undefined {
    const node = this.resolved(place.node);
    if (node === undefined) return undefined;
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === 'number' && value >= least && value <= most && Number.isFinite(value)) return value;
    this.complain(place, sayNumber(least, most));
    return undefined;
  }

  oneOf<Choice extends string>(place: Place, allowed: readonly Choice[]): Choice | undefined {
    const text = this.text(place);
    const choice = allowed.find((one) => one === text);
    if (text !== undefined && choice === undefined) this.complain(place, sayOneOf(allowed));
    return choice;
  }

  /** A text that means something else, or a complaint. */
  parsed<Value>(place: Place, parse: (text: string) => Value | undefined, otherwise: Text): Value | undefined {
    const text = this.text(place);
    const value = text === undefined ? undefined : parse(text);
    if (text !== undefined && value === undefined) this.complain(place, otherwise);
    return value;
  }

  has({ node }: Place): boolean {
    return this.resolved(node) !== undefined;
  }

  isMap({ node }: Place): boolean {
    return isMap(this.resolved(node));
  }

  complain({ node, path }: Place, text: Text): void {
    this.add(node?.range?.[0] ?? 0, path, text);
  }

  private add(position: number, path: string, text: Text): void {
    const { line, col } = this.lines.linePos(position);
    this.problems.push({ line, column: col, path, text });
  }

  private pairs(place: Place): { key: string; keyPlace: Place; value: Place }[] {
    const node = this.resolved(place.node);
    if (node === undefined) return [];
    if (!isMap(node)) {
      this.complain(place, sayMap);
      return [];
    }
    const seen = new Set<string>();
    return (node as YAMLMap<Node, Node | null>).items.map(({ key, value }) => {
      const name = isScalar(key) ? asWritten(key) : String(key);
      const path = join(place, name);
      if (seen.has(name)) this.complain({ node: key, path }, sayTwice);
      seen.add(name);
      return { key: name, keyPlace: { node: key, path }, value: { node: value ?? undefined, path } };
    });
  }

  /** What an alias stands for; nothing for a value that was left empty. */
  private resolved(node: Node | undefined): Node | undefined {
    const target = isAlias(node) ? node.resolve(this.document) : node;
    return isScalar(target) && target.value === null ? undefined : target;
  }
}

function asWritten(scalar: { readonly value: unknown; readonly source?: string }): string {
  return typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? String(scalar.value));
}

function join({ path }: Place, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
