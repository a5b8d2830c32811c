import { cellModuleSpecifier, type CellScope } from './cell-scope';

/**
 * Declares the names of earlier cells that a cell mentions and does not declare itself, on one line. Variables are exported,
 * by which TypeScript compiles them to properties of `exports` wherever they are read or written; anything else is imported
 * from the module that declares it, whose `require` becomes `exports` too.
 */
export function prelude(scope: CellScope, names: Iterable<string>): string {
  let text = '';
  for (const name of names) {
    const declared = scope.names.get(name);
    if (!declared) continue;
    const from = JSON.stringify(cellModuleSpecifier(declared.module));
    const { binding, doc = '' } = declared;
    if (binding === 'alias') text += `import{${name}}from${from};`;
    else if (binding === 'ambient') text += `${doc}declare const ${name}:typeof import(${from}).${name};`;
    else text += `${doc}export declare ${binding} ${name}:typeof import(${from}).${name};`;
  }
  return text;
}
