import { createRequire } from 'node:module';
import type * as Mathjs from 'mathjs' with { 'resolution-mode': 'import' };
import { negative } from './build';
import { apply, constant, isFunctionName } from './expression';
import type { Comparison, Expression, FunctionName, Test } from './expression';
import { FormulaError } from './formulaError';

/** mathjs is large, so only a formula loads it. */
const mathjs = (): typeof Mathjs => createRequire(__filename)('mathjs') as typeof Mathjs;

const constants: Readonly<Record<string, number>> = { e: Math.E, pi: Math.PI };

const comparisons: Readonly<Record<string, Comparison>> = {
  smaller: '<',
  smallerEq: '<=',
  larger: '>',
  largerEq: '>=',
  equal: '==',
  unequal: '!=',
};

const steps = ['floor', 'ceil', 'round', 'fix', 'mod', 'factorial'];

/**
 * Reads a formula in mathjs' notation: `^` is a power, `2 x` a product that binds before a division, `a ? b : c` a conditional,
 * `log` the natural logarithm (`log(x, 2)` in base 2).
 *
 * @param known the names that are numbers: variables and parameters
 * @throws FormulaError for what is no formula, an unknown name, or a function without a derivative
 */
export function parse(formula: string, known: ReadonlySet<string>): Expression {
  return new Reader(formula, known).read();
}

class Reader {
  constructor(
    private readonly formula: string,
    private readonly known: ReadonlySet<string>,
  ) {}

  read(): Expression {
    return this.expression(this.tree());
  }

  private tree(): Mathjs.MathNode {
    try {
      return mathjs().parse(this.formula);
    } catch (cause) {
      const at = cause instanceof Error ? cause.message : String(cause);
      throw this.error(
        `isto não é uma fórmula (${at}). Escreva o produto com * e a potência com ^.`,
        `esto no es una fórmula (${at}). Escribe el producto con * y la potencia con ^.`,
      );
    }
  }

  private expression(node: Mathjs.MathNode): Expression {
    const { isConditionalNode, isConstantNode, isFunctionNode, isOperatorNode, isParenthesisNode, isSymbolNode } =
      mathjs();
    if (isParenthesisNode(node)) return this.expression(node.content);
    if (isConstantNode(node) && typeof node.value === 'number') return constant(node.value);
    if (isSymbolNode(node)) return this.symbol(node.name);
    if (isConditionalNode(node)) {
      const [then, otherwise] = [this.expression(node.trueExpr), this.expression(node.falseExpr)];
      return { kind: 'choose', test: this.test(node.condition), then, otherwise };
    }
    if (isOperatorNode(node)) return this.applied(node.fn, node.args);
    if (isFunctionNode(node)) return this.applied(node.fn.name, node.args);
    throw this.unknownPart(node);
  }

  private symbol(name: string): Expression {
    if (this.known.has(name)) return { kind: 'variable', name };
    const value = constants[name];
    if (value !== undefined) return constant(value);
    const list = [...this.known].join(', ');
    throw this.error(
      `"${name}" não é variável nem parâmetro desta fórmula, que conhece ${list}.`,
      `"${name}" no es variable ni parámetro de esta fórmula, que conoce ${list}.`,
    );
  }

  private applied(name: string, nodes: readonly Mathjs.MathNode[]): Expression {
    const args = nodes.map((node) => this.expression(node));
    const [a, b] = args;
    if (a !== undefined && b === undefined) {
      if (name === 'unaryMinus') return a.kind === 'number' ? negative(a) : apply('negate', a);
      if (name === 'unaryPlus') return a;
      if (name === 'log2' || name === 'log10') return logarithm(a, constant(name === 'log2' ? 2 : 10));
    }
    if (a !== undefined && b !== undefined && args.length === 2) {
      if (name === 'pow') return apply('power', a, b);
      if (name === 'log') return logarithm(a, b);
    }
    if ((name === 'max' || name === 'min') && args.length >= 2) {
      return args.reduce((first, next) => apply(name, first, next));
    }
    if (!isFunctionName(name)) throw this.unknownFunction(name);
    if (args.length !== arity(name)) {
      throw this.error(
        `${name} recebe ${arity(name)} argumento(s), e aqui tem ${args.length}.`,
        `${name} recibe ${arity(name)} argumento(s), y aquí tiene ${args.length}.`,
      );
    }
    return apply(name, ...args);
  }

  private test(node: Mathjs.MathNode): Test {
    const { isFunctionNode, isOperatorNode, isParenthesisNode } = mathjs();
    if (isParenthesisNode(node)) return this.test(node.content);
    if (isOperatorNode(node) || isFunctionNode(node)) {
      const name = isOperatorNode(node) ? node.fn : node.fn.name;
      const [left, right] = node.args;
      const operator = comparisons[name];
      if (left !== undefined && right !== undefined) {
        if (operator !== undefined) {
          return { kind: 'compare', operator, left: this.expression(left), right: this.expression(right) };
        }
        if (name === 'and' || name === 'or') return { kind: name, left: this.test(left), right: this.test(right) };
      }
      if (left !== undefined && name === 'not') return { kind: 'not', test: this.test(left) };
    }
    throw this.error(
      `a condição "${node.toString()}" não é uma comparação. Use <, <=, >, >=, ==, !=, and, or, not.`,
      `la condición "${node.toString()}" no es una comparación. Usa <, <=, >, >=, ==, !=, and, or, not.`,
    );
  }

  private unknownFunction(name: string): FormulaError {
    if (steps.includes(name)) {
      return this.error(
        `${name} dá degraus: a derivada é 0 em quase toda parte, e nada se aprende com ela.`,
        `${name} da escalones: la derivada es 0 en casi todas partes, y no se aprende nada con ella.`,
      );
    }
    if (name in comparisons || ['and', 'or', 'not', 'xor'].includes(name)) {
      return this.error(
        'uma comparação só vale como condição: escreva condição ? a : b.',
        'una comparación solo vale como condición: escribe condición ? a : b.',
      );
    }
    return this.error(
      `não sei derivar ${name}. Um produto com parênteses precisa do *: x * (y).`,
      `no sé derivar ${name}. Un producto con paréntesis necesita el *: x * (y).`,
    );
  }

  private unknownPart(node: Mathjs.MathNode): FormulaError {
    return this.error(
      `"${node.toString()}" não é parte de uma fórmula de números.`,
      `"${node.toString()}" no es parte de una fórmula de números.`,
    );
  }

  private error(pt: string, es: string): FormulaError {
    return new FormulaError(this.formula, { pt, es });
  }
}

const logarithm = (a: Expression, base: Expression): Expression =>
  apply('divide', apply('log', a), base.kind === 'number' ? constant(Math.log(base.value)) : apply('log', base));

const arity = (name: FunctionName): number =>
  ['add', 'subtract', 'multiply', 'divide', 'power', 'max', 'min'].includes(name) ? 2 : 1;
