import type { Sentence } from '../verdict';

/** What to ask about an answer of the wrong shape. */
export const shapeHints = {
  reshape: {
    pt: 'Os números estão certos, só a forma não. Que operação deixa eixos a mais ou a menos?',
    es: 'Los números son correctos, solo la forma no. ¿Qué operación deja ejes de más o de menos?',
  },
  reduce: {
    pt: 'Falta reduzir a um só número. O exercício pede a soma ou a média?',
    es: 'Falta reducir a un solo número. ¿El ejercicio pide la suma o la media?',
  },
  keep: {
    pt: 'O exercício pede um número por elemento. Onde a sua conta juntou todos em um?',
    es: 'El ejercicio pide un número por elemento. ¿Dónde tu cálculo los juntó todos en uno?',
  },
  other: {
    pt: 'Acompanhe a forma linha por linha. Onde ela deixa de ser a dos argumentos?',
    es: 'Sigue la forma línea por línea. ¿Dónde deja de ser la de los argumentos?',
  },
} as const satisfies Record<string, Sentence>;
