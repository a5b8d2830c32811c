import { sameShape } from '../close';
import { countOf } from '../elements';
import type { Finding } from '../find/finding';
import { fits } from '../find/fits';
import { wrongRegion } from '../find/region';
import type { Counterexample } from '../smallest';
import type { Argument, Observation } from '../values';
import type { Context, Sentence } from '../verdict';
import { families, noFamily, withoutCount } from './families';
import { formatNumber, formatShape, formatValues, indexAlongAxes, numbersIn } from './numbers';

/** Arguments with more numbers than this are told by their shapes. */
const mostNumbersShown = 12;

/** The sentence for the student: good news, the case with their number, where it fails, and one or two questions. */
export function compose(
  finding: Finding,
  shown: Counterexample,
  observations: readonly Observation[],
  context: Context,
): Sentence {
  const observation = observations[shown.case];
  if (observation === undefined) throw new Error(`No case ${shown.case} to show`);
  const parts = [
    goodNews(context),
    caseShown(observation, shown),
    ...placeOf(finding, observations),
    ...(finding.areTwo === true ? [twoMistakes] : []),
    ...questions(finding).map((question) => fill(question, countIn(finding, observation))),
  ];
  return { pt: join(parts, 'pt'), es: join(parts, 'es') };
}

function goodNews({ line, valueIsRight }: Context): Sentence {
  return line === 'gradient' && valueIsRight === true
    ? { pt: 'O valor está certo; o gradiente, ainda não.', es: 'El valor es correcto; el gradiente, todavía no.' }
    : { pt: '', es: '' };
}

function caseShown({ args, got, expected }: Observation, { at }: Counterexample): Sentence {
  const withArgs = {
    pt: `Com ${list(
      args.map((arg) => told(arg, args, 'um tensor de forma')),
      'e',
    )}`,
    es: `Con ${list(
      args.map((arg) => told(arg, args, 'un tensor de forma')),
      'y',
    )}`,
  };
  if (!sameShape(got, expected)) {
    const [mine, asked] = [formatShape(got.shape), formatShape(expected.shape)];
    return {
      pt: `${withArgs.pt}, a sua função devolve um tensor de forma ${mine}, e não ${asked}.`,
      es: `${withArgs.es}, tu función devuelve un tensor de forma ${mine}, y no ${asked}.`,
    };
  }
  if (at === undefined) {
    const mine = formatNumber(got.data[0] ?? NaN);
    return { pt: `${withArgs.pt}, a sua função devolve ${mine}.`, es: `${withArgs.es}, tu función devuelve ${mine}.` };
  }
  const [index, mine] = [indexAlongAxes(at, got.shape), formatNumber(got.data[at] ?? NaN)];
  return {
    pt: `${withArgs.pt}, a sua função devolve ${mine} no índice ${index}.`,
    es: `${withArgs.es}, tu función devuelve ${mine} en el índice ${index}.`,
  };
}

function told(arg: Argument, args: readonly Argument[], aTensorOfShape: string): string {
  if (typeof arg === 'number') return formatNumber(arg);
  return numbersIn(args) <= mostNumbersShown ? formatValues(arg) : `${aTensorOfShape} ${formatShape(arg.shape)}`;
}

/** Where a named mistake, a NaN or a bare wrong answer fails; zeros, a shape, a factor and an offset fail everywhere. */
function placeOf({ kind }: Finding, observations: readonly Observation[]): Sentence[] {
  if (kind === 'zero' || kind === 'same' || kind === 'shape' || kind === 'factor' || kind === 'constant') return [];
  const region = wrongRegion(observations);
  if (region === undefined) return [];
  const { pt, es } = region.where;
  const symbols = symbolsIn(pt);
  return [{ pt: `Só está errado onde ${pt}${symbols.pt}.`, es: `Solo falla donde ${es}${symbols.es}.` }];
}

/** What the symbols of a region stand for. */
function symbolsIn(where: string): Sentence {
  const told = symbols.filter(({ symbol }) => new RegExp(`(^|[^\\p{L}])${symbol}($|[^\\p{L}])`, 'u').test(where));
  if (told.length === 0) return { pt: '', es: '' };
  const of = (language: keyof Sentence): string => ` (${told.map((one) => one[language]).join('; ')})`;
  return { pt: of('pt'), es: of('es') };
}

const symbols: readonly (Sentence & { readonly symbol: string })[] = [
  { symbol: 'd', pt: 'd: primeiro argumento menos o segundo', es: 'd: primer argumento menos el segundo' },
  { symbol: 'y', pt: 'y: o rótulo', es: 'y: la etiqueta' },
  { symbol: 'f', pt: 'f: o escore', es: 'f: el puntaje' },
  { symbol: 'β', pt: 'β: o número recebido', es: 'β: el número recibido' },
];

const twoMistakes: Sentence = { pt: 'São dois erros de uma vez.', es: 'Son dos errores a la vez.' };

/** At most two: a third would be guessing. */
function questions({ hint, families: names }: Finding): Sentence[] {
  if (hint !== undefined) return [hint];
  const known = [...new Set(names.map((name) => families[name] ?? noFamily))];
  return known.length === 0 ? [noFamily] : known.slice(0, 2);
}

/** Without a count the parenthesis that would tell it goes. */
function fill({ pt, es }: Sentence, count: number | undefined): Sentence {
  const said = (text: string): string =>
    count === undefined ? withoutCount(text) : text.replace('{n}', String(count));
  return { pt: said(pt), es: said(es) };
}

/** What was summed over, or divided by. Of a named mistake: the whole number by which it differs from the right answer, if it does. */
function countIn({ ids: [id] }: Finding, observation: Observation): number | undefined {
  if (id === undefined) return countOf(observation) > 1 ? countOf(observation) : undefined;
  const { expected, mistakes } = observation;
  const result = mistakes.find((mistake) => mistake.id === id)?.result;
  const at = expected.data.findIndex((x) => x !== 0);
  const factor = (result?.data[at] ?? NaN) / (expected.data[at] ?? NaN);
  const n = Math.round(Math.max(factor, 1 / factor));
  const isCount = n > 1 && n < Infinity && result !== undefined && fits(result, expected, factor > 1 ? n : 1 / n);
  return isCount ? n : undefined;
}

function list(items: readonly string[], and: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1) ?? ''}`;
}

function join(parts: readonly Sentence[], language: keyof Sentence): string {
  return parts
    .map((part) => part[language])
    .filter((text) => text !== '')
    .join(' ');
}
