import { createHash } from 'node:crypto';

/**
 * How a name of an earlier cell comes into a later one. `let` and `var` can be written to; `alias` may be a type, a class, a
 * function, a namespace or several of them; `ambient` is what a cell only says to exist (`declare const`).
 */
export type Binding = 'const' | 'let' | 'var' | 'alias' | 'ambient';

/** A name, and the module of declarations that says what it is. */
export interface Declared {
  readonly module: string;
  readonly binding: Binding;
  /** The docstring of a variable, as a comment. */
  readonly doc?: string;
}

/** The declarations of one cell. */
export interface CellModule {
  readonly text: string;
  /** The cell as it was written. */
  readonly source: string;
  /** What the reader calls the cell, such as `cell 3`; not known of every cell. */
  readonly name?: string;
  /** The modules of earlier cells that it refers to. */
  readonly uses: readonly string[];
  /** Whether it changes what all cells see (`declare global`, `declare module`). */
  readonly isAmbient: boolean;
}

/** What is known of a cell that has run. */
interface DeclaringCell {
  readonly declared: ReadonlyMap<string, Omit<Declared, 'module'>>;
  readonly isAmbient: boolean;
  readonly source: string;
  readonly name?: string | undefined;
}

/**
 * What a cell sees of the cells before it. Each cell's declarations are a module of their own, named by its content: a class
 * that is declared again is another class, and what was made of the first one keeps its type. Modules that nothing refers to
 * any more are dropped, so that a notebook whose cells run again and again does not grow. It never changes.
 */
export class CellScope {
  static readonly empty = new CellScope(new Map(), new Map(), new Set());

  private constructor(
    readonly names: ReadonlyMap<string, Declared>,
    readonly modules: ReadonlyMap<string, CellModule>,
    /** Names that a cell would have declared if it had not failed before. What they meant until then is not what its reader wants. */
    readonly lost: ReadonlySet<string>,
  ) {}

  /** This scope with what one more cell declares, by the text of its declarations. */
  with({ declared, isAmbient, source, name: cell }: DeclaringCell, text: string): CellScope {
    if (declared.size === 0 && !isAmbient) return this;
    const module = createHash('sha256').update(text).digest('hex').slice(0, 16);
    const uses = new Set(Array.from(text.matchAll(MODULE), ([, used = '']) => used));
    const names = new Map(this.names);
    // A name that is declared again becomes the newest.
    for (const name of declared.keys()) names.delete(name);
    for (const [name, what] of declared) names.set(name, { ...what, module });
    const known = { text, source, uses: [...uses], isAmbient, ...(cell !== undefined && { name: cell }) };
    const modules = new Map(this.modules).set(module, known);
    const lost = new Set([...this.lost].filter((name) => !declared.has(name)));
    return new CellScope(names, reachable(names, modules), lost);
  }

  /** This scope after a cell that failed before it declared some of its names. */
  without(names: readonly string[]): CellScope {
    if (names.length === 0) return this;
    const left = new Map([...this.names].filter(([name]) => !names.includes(name)));
    return new CellScope(left, reachable(left, this.modules), new Set([...this.lost, ...names]));
  }

  /** The scope as text, from which `parse` makes an equal one. */
  toString(): string {
    if (this === CellScope.empty) return '';
    return JSON.stringify({ names: [...this.names], modules: [...this.modules], lost: [...this.lost] });
  }

  static parse(text: string): CellScope {
    if (text === '') return CellScope.empty;
    const { names, modules, lost } = JSON.parse(text) as {
      names: [string, Declared][];
      modules: [string, CellModule][];
      lost: string[];
    };
    return new CellScope(new Map(names), new Map(modules), new Set(lost));
  }
}

/** How a module of declarations is imported. */
export function cellModuleSpecifier(module: string): string {
  return `./~cell-${module}`;
}

/** Which module of declarations an import or a path means, if any. */
export function cellModuleOf(specifier: string): string | undefined {
  return /\/~cell-([0-9a-f]{16})(?:\.d\.ts)?$/.exec(specifier)?.[1];
}

const MODULE = /~cell-([0-9a-f]{16})/g;

function reachable(
  names: ReadonlyMap<string, Declared>,
  modules: ReadonlyMap<string, CellModule>,
): ReadonlyMap<string, CellModule> {
  const reached = new Set<string>();
  const reach = (module: string): void => {
    if (reached.has(module)) return;
    reached.add(module);
    for (const used of modules.get(module)?.uses ?? []) reach(used);
  };
  for (const { module } of names.values()) reach(module);
  for (const [name, { isAmbient }] of modules) if (isAmbient) reach(name);
  return new Map([...modules].filter(([name]) => reached.has(name)));
}
