import { isUntouched, judge } from 'lossbook-diagnosis';
import type { CheckFunction, CheckItem } from 'lossbook-diagnosis';
import type { Words } from '../language';
import { run } from './run';

/** What is said of one function, and whether it is right. */
interface Line {
  readonly words: Words;
  readonly right: boolean;
}

/** What `check` says of an item. */
export interface Report {
  readonly lines: readonly Words[];
  readonly right: boolean;
}

/** A line for each right function up to the first that is not, or one line when all are right. */
export function report(item: CheckItem, functions: ReadonlyMap<string, unknown>): Report {
  const missing = item.functions.filter(({ name }) => !functions.has(name)).map(({ name }) => name);
  if (missing.length > 0) return { lines: [notHanded(missing)], right: false };
  const lines: Words[] = [];
  let valueIsRight = false;
  for (const one of item.functions) {
    const line = reportFunction(one, functions.get(one.name), valueIsRight);
    lines.push(line.words);
    if (!line.right) return { lines, right: false };
    valueIsRight ||= one.line === 'value';
  }
  return { lines: [allRight(item)], right: true };
}

function reportFunction(one: CheckFunction, f: unknown, valueIsRight: boolean): Line {
  const wrong = (pt: string, es: string): Line => ({
    words: { pt: `✗ ${one.name}: ${pt}`, es: `✗ ${one.name}: ${es}` },
    right: false,
  });
  if (typeof f !== 'function') {
    return wrong(
      'não é uma função. Entregue a própria função, sem chamá-la.',
      'no es una función. Entrega la función misma, sin llamarla.',
    );
  }
  const outcome = run(f as (...args: unknown[]) => unknown, one.cases);
  if (outcome.kind === 'threw') {
    return wrong(`parou com um erro. ${outcome.message}`, `se detuvo con un error. ${outcome.message}`);
  }
  if (outcome.kind === 'noTensor') {
    return wrong(
      `devolveu ${outcome.returned}, e não um tensor. Qual linha deveria ter o return do tensor?`,
      `devolvió ${outcome.returned}, y no un tensor. ¿Qué línea debería tener el return del tensor?`,
    );
  }
  if (isUntouched(outcome.observations)) return notYet(one.name);
  const verdict = judge(outcome.observations, { line: one.line, valueIsRight });
  if (!verdict.right) return wrong(verdict.sentence.pt, verdict.sentence.es);
  if (outcome.leaked > 0) return wrong(...leak(outcome.leaked));
  return { words: { pt: `✓ ${one.name}`, es: `✓ ${one.name}` }, right: true };
}

function notYet(name: string): Line {
  return {
    words: {
      pt: `○ ${name}: ainda não. Escreva a sua resposta na célula acima, execute-a e depois execute esta.`,
      es: `○ ${name}: todavía no. Escribe tu respuesta en la celda de arriba, ejecútala y después ejecuta esta.`,
    },
    right: false,
  };
}

function leak(count: number): [string, string] {
  return [
    `os números estão certos, mas cada chamada deixa na memória ${count === 1 ? '1 tensor' : `${count} tensores`} além do resultado. Onde falta tf.tidy?`,
    `los números son correctos, pero cada llamada deja en la memoria ${count === 1 ? '1 tensor' : `${count} tensores`} además del resultado. ¿Dónde falta tf.tidy?`,
  ];
}

function notHanded(names: readonly string[]): Words {
  const given = `answer({ ${names.map((name) => `${name}: ${name}`).join(', ')} })`;
  return {
    pt: `✗ ${names.join(', ')}: não foi entregue. Execute a célula da resposta e entregue com ${given}.`,
    es: `✗ ${names.join(', ')}: no se entregó. Ejecuta la celda de la respuesta y entrega con ${given}.`,
  };
}

function allRight({ title, functions }: CheckItem): Words {
  const hasGradient = functions.some(({ line }) => line === 'gradient');
  return {
    pt: `✓ ${title.pt}: certo. Conferi o valor${hasGradient ? ', o gradiente' : ''}, a forma e que nenhum tensor sobra na memória. A nota final usa outros números.`,
    es: `✓ ${title.es}: correcto. Revisé el valor${hasGradient ? ', el gradiente' : ''}, la forma y que ningún tensor sobra en la memoria. La nota final usa otros números.`,
  };
}
