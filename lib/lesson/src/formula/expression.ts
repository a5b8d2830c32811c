const functionNames = [
  'add',
  'subtract',
  'multiply',
  'divide',
  'power',
  'negate',
  'max',
  'min',
  'abs',
  'sign',
  'relu',
  'square',
  'sqrt',
  'exp',
  'expm1',
  'log',
  'log1p',
  'sigmoid',
  'softplus',
  'sinh',
  'cosh',
  'tanh',
  'sin',
  'cos',
] as const;

/** What a formula can apply; operators too. */
export type FunctionName = (typeof functionNames)[number];

export const isFunctionName = (name: string): name is FunctionName => functionNames.some((known) => known === name);

/** A formula as a tree: what its text was read into, and what its derivative is made of. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'apply'; readonly name: FunctionName; readonly args: readonly Expression[] }
  | { readonly kind: 'choose'; readonly test: Test; readonly then: Expression; readonly otherwise: Expression };

/** What a conditional asks. */
export type Test =
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Test; readonly right: Test }
  | { readonly kind: 'not'; readonly test: Test };

export type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!=';

export const constant = (value: number): Expression => ({ kind: 'number', value });

export const apply = (name: FunctionName, ...args: readonly Expression[]): Expression => ({
  kind: 'apply',
  name,
  args,
});

export const compare = (left: Expression, operator: Comparison, right: Expression): Test => ({
  kind: 'compare',
  operator,
  left,
  right,
});

/** The names of all variables and parameters that a formula uses. */
export function namesIn(expression: Expression): ReadonlySet<string> {
  switch (expression.kind) {
    case 'number':
      return new Set();
    case 'variable':
      return new Set([expression.name]);
    case 'apply':
      return new Set(expression.args.flatMap((arg) => [...namesIn(arg)]));
    case 'choose':
      return new Set([...namesInTest(expression.test), ...namesIn(expression.then), ...namesIn(expression.otherwise)]);
  }
}

function namesInTest(test: Test): ReadonlySet<string> {
  switch (test.kind) {
    case 'compare':
      return new Set([...namesIn(test.left), ...namesIn(test.right)]);
    case 'not':
      return namesInTest(test.test);
    default:
      return new Set([...namesInTest(test.left), ...namesInTest(test.right)]);
  }
}
