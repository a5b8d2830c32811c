import { encode, variantsOf, type CheckFile, type CheckItem } from 'lossbook-diagnosis';
import type { Argument, FunctionOracle, Item, Oracle } from '../../../../solutions/oracles/format';

/**
 * What `check()` reads: an oracle's public cases with the right numbers and each mistake's, and what other arguments would give. The numbers are computed in
 * float64 from inputs rounded to float32, since those are the inputs that a tensor hands to the student's function.
 */
export function checksOf(oracle: Oracle): CheckFile {
  return {
    version: 1,
    exercise: oracle.exercise,
    items: Object.fromEntries(oracle.items.map((item) => [item.id, checkItem(item)])),
  };
}

/** The text of the file, one line a list of numbers. */
export async function printChecks(checks: CheckFile): Promise<string> {
  const { format } = await import('prettier');
  return format(encode(checks), { parser: 'json', printWidth: 120 });
}

function checkItem(item: Item): CheckItem {
  return {
    title: item.title,
    functions: item.functions.map((of) => ({
      name: of.name,
      line: of.line,
      cases: item.publicCases.map((args) => checkCase(of, args)),
    })),
  };
}

function checkCase(of: FunctionOracle, args: readonly Argument[]): CheckItem['functions'][number]['cases'][number] {
  const given = args.map(rounded);
  return {
    args,
    expected: of.reference(...given),
    mistakes: of.mistakes.map(({ id, family, of: wrong }) => ({ id, family, result: wrong(...given) })),
    variants: variantsOf(of.reference, given),
  };
}

function rounded(arg: Argument): Argument {
  return typeof arg === 'number' ? arg : { shape: arg.shape, data: arg.data.map(Math.fround) };
}
