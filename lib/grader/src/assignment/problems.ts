import type { Text } from '../language';

/** Something wrong in an assignment file, and where. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  /** The keys that lead there, such as `late.percent_per_day`. */
  readonly path: string;
  readonly text: Text;
}

export class InvalidAssignment extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ line, path, text }) => `${line} ${path}: ${text.pt}`).join('\n'));
  }
}

const list = (allowed: readonly string[]): string => allowed.join(', ');

export const saySyntax = (message: string): Text => ({ pt: `não é YAML: ${message}`, es: `no es YAML: ${message}` });

export const sayUnknownKey = (allowed: readonly string[]): Text => ({
  pt: `não existe; aqui valem: ${list(allowed)}`,
  es: `no existe; aquí valen: ${list(allowed)}`,
});

export const sayTwice: Text = { pt: 'está duas vezes', es: 'está dos veces' };

export const sayMap: Text = {
  pt: 'aqui vai uma lista de chaves com valores (chave: valor)',
  es: 'aquí va una lista de claves con valores (clave: valor)',
};

export const sayList: Text = { pt: 'aqui vai uma lista (- a)', es: 'aquí va una lista (- a)' };

export const sayText: Text = { pt: 'aqui vai um texto', es: 'aquí va un texto' };

export const sayNumber = (least: number, most: number): Text =>
  least === -Infinity
    ? { pt: 'aqui vai um número', es: 'aquí va un número' }
    : most === Infinity
      ? { pt: `aqui vai um número a partir de ${least}`, es: `aquí va un número desde ${least}` }
      : { pt: `aqui vai um número de ${least} a ${most}`, es: `aquí va un número de ${least} a ${most}` };

export const sayOneOf = (allowed: readonly string[]): Text => ({
  pt: `aqui vale: ${list(allowed)}`,
  es: `aquí vale: ${list(allowed)}`,
});

export const sayDate: Text = {
  pt: 'aqui vai uma data com hora que exista, como 2026-11-20 23:59',
  es: 'aquí va una fecha con hora que exista, como 2026-11-20 23:59',
};

export const sayDuration: Text = {
  pt: 'aqui vai uma duração, como 15 min, 2 h ou 3 d',
  es: 'aquí va una duración, como 15 min, 2 h o 3 d',
};

export const sayTimeZone: Text = {
  pt: 'aqui vai um fuso horário, como America/Sao_Paulo ou Europe/Madrid',
  es: 'aquí va una zona horaria, como America/Sao_Paulo o Europe/Madrid',
};

export const sayRequired = (key: string): Text => ({ pt: `falta ${key}`, es: `falta ${key}` });

export const sayEither = (one: string, other: string): Text => ({
  pt: `aqui vale ${one} ou ${other}, e não os dois`,
  es: `aquí vale ${one} o ${other}, y no los dos`,
});

/** @param wanted how many criteria the rubric has */
export const sayCriteriaCount = (wanted: number, given: number): Text =>
  wanted === 0
    ? {
        pt: 'esta resposta não tem rubrica: escreva-a em exercises.<nome>.written, ou dê points',
        es: 'esta respuesta no tiene rúbrica: escríbela en exercises.<nombre>.written, o da points',
      }
    : {
        pt: `a rubrica tem ${wanted} critérios, e aqui há ${given} números`,
        es: `la rúbrica tiene ${wanted} criterios, y aquí hay ${given} números`,
      };

export const sayCutOffFirst: Text = {
  pt: 'o corte vem depois do prazo',
  es: 'el corte va después del plazo',
};
