import type { Language } from '../notebook/notebook';

/** Letters that a language does not have; the languages' own names may be written anywhere. */
const foreignLetters: Readonly<Record<Language, RegExp>> = { pt: /[ñ¿¡]/i, es: /[çãõâêôà]/i };
const names = new Set(['português', 'español']);

const spanish = `el lo los las una unas unos del con pero también todavía entonces aquí ahora aún muy cuando hay hacia hasta según
  siguiente usted tú puedes debes estos función ecuación datos error errores pérdida pérdidas ejemplo ejemplos ejercicio
  ejercicios cuaderno celda celdas cuadrado cuadrados cuadrático sesgo cuantil paso pasos umbral muestra`;

const portuguese = `os um uma umas ao aos em na nas com mas ou é também ainda então aqui agora mais muito onde quando há até seguinte
  você pode deve isso isto seu sua seus suas erro erros perda perdas média médias exemplo exemplos exercício exercícios
  célula células quadrado quadrados quantil passo passos viés camada limiar amostra rótulo rótulos saída saídas do`;

/** Frequent words of the one language that the other lacks, or that it uses for something else. */
const foreign: Readonly<Record<Language, ReadonlySet<string>>> = { pt: words(spanish), es: words(portuguese) };

/** The words of a text that belong to the other language. A compound such as "calculá-los" is one word. */
export function foreignWords(text: string, language: Language): string[] {
  return (text.match(/\p{L}+(?:-\p{L}+)*|[¿¡]/gu) ?? []).filter((word) => {
    const lower = word.toLowerCase();
    return !names.has(lower) && (foreignLetters[language].test(lower) || foreign[language].has(lower));
  });
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
