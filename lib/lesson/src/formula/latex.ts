import { t } from '../language';
import type { Comparison, Expression, FunctionName, Test } from './expression';

/** How tightly a piece of LaTeX holds together: what is looser than its place asks for gets parentheses. */
const enum Binding {
  Choice,
  Sum,
  Product,
  Power,
  Atom,
}

interface Piece {
  readonly text: string;
  readonly binding: Binding;
}

const greek = new Set(
  'alpha beta gamma delta epsilon zeta eta theta kappa lambda mu nu xi rho sigma tau phi psi omega'.split(' '),
);

const comparisons: Readonly<Record<Comparison, string>> = {
  '<': '<',
  '<=': '\\le',
  '>': '>',
  '>=': '\\ge',
  '==': '=',
  '!=': '\\ne',
};

/** LaTeX's own names of functions; the rest is set upright. */
const named: Readonly<Partial<Record<FunctionName, string>>> = {
  max: '\\max',
  min: '\\min',
  exp: '\\exp',
  log: '\\log',
  sinh: '\\sinh',
  cosh: '\\cosh',
  tanh: '\\tanh',
  sin: '\\sin',
  cos: '\\cos',
  sigmoid: '\\sigma',
};

/** A formula as LaTeX, with the words of a conditional in the notebook's language. */
export const latex = (expression: Expression): string => piece(expression).text;

function piece(expression: Expression): Piece {
  switch (expression.kind) {
    case 'number':
      return {
        text: String(Number(expression.value.toPrecision(6))),
        binding: expression.value < 0 ? Binding.Sum : Binding.Atom,
      };
    case 'variable':
      return { text: symbol(expression.name), binding: Binding.Atom };
    case 'choose':
      return { text: cases(expression), binding: Binding.Choice };
    case 'apply':
      return applied(expression.name, expression.args);
  }
}

function applied(name: FunctionName, args: readonly Expression[]): Piece {
  const [a, b] = args;
  const first = (binding: Binding): string => (a === undefined ? '' : within(a, binding));
  const second = (binding: Binding): string => (b === undefined ? '' : within(b, binding));
  switch (name) {
    case 'add':
      return { text: `${first(Binding.Sum)} + ${second(Binding.Product)}`, binding: Binding.Sum };
    case 'subtract':
      return { text: `${first(Binding.Sum)} - ${second(Binding.Product)}`, binding: Binding.Sum };
    case 'negate':
      return { text: `-${first(Binding.Product)}`, binding: Binding.Sum };
    case 'multiply': {
      // −a·b is read as (−a)·b and means the same as −(a·b): no parentheses about the first factor's sign.
      const isNegative = a?.kind === 'apply' && a.name === 'negate';
      const [left, right] = [isNegative ? piece(a).text : first(Binding.Product), second(Binding.Product)];
      return {
        text: `${left} ${/^[\d.]/.test(right) ? '\\cdot ' : '\\, '}${right}`,
        binding: isNegative ? Binding.Sum : Binding.Product,
      };
    }
    case 'divide':
      return { text: `\\frac{${first(Binding.Choice)}}{${second(Binding.Choice)}}`, binding: Binding.Product };
    case 'power':
      return { text: `${first(Binding.Atom)}^{${second(Binding.Choice)}}`, binding: Binding.Power };
    case 'square':
      return { text: `${first(Binding.Atom)}^{2}`, binding: Binding.Power };
    case 'sqrt':
      return { text: `\\sqrt{${first(Binding.Choice)}}`, binding: Binding.Atom };
    case 'abs':
      return { text: `\\left|${first(Binding.Choice)}\\right|`, binding: Binding.Atom };
    default: {
      const list = args.map((arg) => piece(arg).text).join(', ');
      return { text: `${named[name] ?? upright(name)}\\left(${list}\\right)`, binding: Binding.Power };
    }
  }
}

function within(expression: Expression, least: Binding): string {
  const { text, binding } = piece(expression);
  return binding < least ? `\\left(${text}\\right)` : text;
}

/** A choice whose last branch is a choice again is one list of cases. */
function cases(expression: Expression): string {
  const lines: string[] = [];
  let rest = expression;
  while (rest.kind === 'choose') {
    lines.push(`${piece(rest.then).text} & \\text{${t('se', 'si')} } ${test(rest.test)}`);
    rest = rest.otherwise;
  }
  lines.push(`${piece(rest).text} & \\text{${t('caso contrário', 'en otro caso')}}`);
  return `\\begin{cases} ${lines.join(' \\\\ ')} \\end{cases}`;
}

function test(asked: Test): string {
  switch (asked.kind) {
    case 'compare':
      return `${piece(asked.left).text} ${comparisons[asked.operator]} ${piece(asked.right).text}`;
    case 'not':
      return `\\lnot \\left(${test(asked.test)}\\right)`;
    default:
      return `\\left(${test(asked.left)}\\right) ${asked.kind === 'and' ? '\\land' : '\\lor'} \\left(${test(asked.right)}\\right)`;
  }
}

function symbol(name: string): string {
  const [stem = '', ...below] = name.split('_');
  const letter = greek.has(stem) ? `\\${stem}` : stem.length === 1 ? stem : upright(stem);
  return below.length === 0 ? letter : `${letter}_{${below.map(symbol).join(',')}}`;
}

const upright = (name: string): string => `\\operatorname{${name}}`;
