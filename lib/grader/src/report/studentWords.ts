import type { Hit, TypeFault } from '../judge/hit';
import type { Text } from '../language';
import { inBoth, refusals } from '../runtime/refusals';
import type { Thrown } from '../sandbox/reply';
import type { Stop } from '../sandbox/sandboxProcess';

/** Words that a student reads about an answer. */

export function sayHit(hit: Hit): Text {
  switch (hit.why) {
    case 'answer-missing':
      return {
        pt: 'A célula da resposta não está no caderno.',
        es: 'La celda de la respuesta no está en el cuaderno.',
      };
    case 'function-missing':
      return {
        pt: `A função ${hit.name} não existe depois de executar as células em ordem.`,
        es: `La función ${hit.name} no existe después de ejecutar las celdas en orden.`,
      };
    case 'type-error':
      return {
        pt: `A célula ${hit.cell} não foi executada. Erro de tipos na linha ${hit.fault.line}: ${hit.fault.message}${hintOn(hit.fault).pt}`,
        es: `La celda ${hit.cell} no se ejecutó. Error de tipos en la línea ${hit.fault.line}: ${hit.fault.message}${hintOn(hit.fault).es}`,
      };
    case 'types-stopped':
      return {
        pt: `A célula ${hit.cell} não foi executada: conferir os tipos dela não termina. Simplifique os tipos.`,
        es: `La celda ${hit.cell} no se ejecutó: comprobar sus tipos no termina. Simplifica los tipos.`,
      };
    case 'cell-threw':
      return {
        pt: `A célula ${hit.cell} parou com um erro: ${sayThrown(hit.error).pt}`,
        es: `La celda ${hit.cell} se detuvo con un error: ${sayThrown(hit.error).es}`,
      };
    case 'cell-stopped': {
      const { pt, es } = sayStop(hit.stop);
      return { pt: `A célula ${hit.cell} ${pt}`, es: `La celda ${hit.cell} ${es}` };
    }
    case 'call-threw':
      return {
        pt: `${hit.name} parou com um erro: ${sayThrown(hit.error).pt}`,
        es: `${hit.name} se detuvo con un error: ${sayThrown(hit.error).es}`,
      };
    case 'no-tensor':
      return {
        pt: `${hit.name} devolveu ${hit.what}; devolva um tensor de números.`,
        es: `${hit.name} devolvió ${hit.what}; devuelve un tensor de números.`,
      };
    case 'call-stopped': {
      const { pt, es } = sayStop(hit.stop);
      return { pt: `${hit.name} ${pt}`, es: `${hit.name} ${es}` };
    }
    case 'given-up':
      return {
        pt: 'Não foi executado: outras respostas derrubaram o processo vezes demais.',
        es: 'No se ejecutó: otras respuestas tumbaron el proceso demasiadas veces.',
      };
  }
}

/** What the compiler's words mean where they do not say it: a length or an element that it does not know to be there. */
function hintOn({ message, text }: TypeFault): Text {
  if (!/ '[^']* \| undefined' is not assignable/.test(message)) return { pt: '', es: '' };
  return /\bshape\b/.test(text)
    ? {
        pt: ' O compilador não sabe se o tensor tem esse eixo. Diga o que vale se ele faltar, como em x.shape[1] ?? 1.',
        es: ' El compilador no sabe si el tensor tiene ese eje. Di qué vale si falta, como en x.shape[1] ?? 1.',
      }
    : {
        pt: ' Esse valor pode faltar (undefined). Diga o que vale então, como em valor ?? 0.',
        es: ' Ese valor puede faltar (undefined). Di qué vale entonces, como en valor ?? 0.',
      };
}

/** An exception, and the student's own line that it comes from. */
function sayThrown({ name, message, own }: Thrown): Text {
  const { pt, es } = inEach(`${name}: ${message}`);
  if (own === undefined) return { pt, es };
  return {
    pt: `${pt} (célula ${own.cell}, linha ${own.line}: ${own.text})`,
    es: `${es} (celda ${own.cell}, línea ${own.line}: ${own.text})`,
  };
}

/** What the sandbox says in both languages, in each. */
function inEach(error: string): Text {
  const refusal = Object.values(refusals).find((refusal) => error.endsWith(inBoth(refusal)));
  if (refusal === undefined) return { pt: error, es: error };
  const what = error.slice(0, -inBoth(refusal).length);
  return { pt: what + refusal.pt, es: what + refusal.es };
}

function sayStop(stop: Stop): Text {
  switch (stop) {
    case 'cpu':
      return {
        pt: 'calculou sem parar até o fim do tempo dado. Há um laço que não termina?',
        es: 'calculó sin parar hasta el final del tiempo dado. ¿Hay un bucle que no termina?',
      };
    case 'wall':
      return {
        pt: 'não terminou no tempo dado. Espera por algo que nunca acontece?',
        es: 'no terminó en el tiempo dado. ¿Espera algo que nunca ocurre?',
      };
    case 'memory':
      return { pt: 'usou memória demais e foi interrompida.', es: 'usó demasiada memoria y fue interrumpida.' };
    case 'processes':
      return { pt: 'criou processos demais e foi interrompida.', es: 'creó demasiados procesos y fue interrumpida.' };
    case 'output':
      return { pt: 'imprimiu demais e foi interrompida.', es: 'imprimió demasiado y fue interrumpida.' };
    case 'exit':
      return { pt: 'encerrou o processo.', es: 'terminó el proceso.' };
    case 'protocol':
      return { pt: 'estragou a comunicação com o corretor.', es: 'dañó la comunicación con el corrector.' };
  }
}

export function sayUntouched(name: string): Text {
  return {
    pt: `${name} ainda não foi respondida: devolve NaN em todos os casos. Se você a escreveu, que passo sai do domínio de uma função?`,
    es: `${name} aún no tiene respuesta: devuelve NaN en todos los casos. Si la escribiste, ¿qué paso sale del dominio de una función?`,
  };
}

export function sayTooLarge(name: string, shape: readonly number[]): Text {
  const got = sayShape(shape);
  return {
    pt: `${name} devolveu um tensor grande demais, de forma ${got}. Confira o broadcasting.`,
    es: `${name} devolvió un tensor demasiado grande, de forma ${got}. Revisa el broadcasting.`,
  };
}

export function sayWrongShape(name: string, got: readonly number[], expected: readonly number[]): Text {
  const [has, wants] = [sayShape(got), sayShape(expected)];
  return {
    pt: `${name} devolveu a forma ${has} onde se espera ${wants}.`,
    es: `${name} devolvió la forma ${has} donde se espera ${wants}.`,
  };
}

export function sayExtreme({ pt, es }: Text): Text {
  return { pt: `Um caso extremo. ${pt}`, es: `Un caso extremo. ${es}` };
}

export function sayNotCounted(): Text {
  return { pt: 'Só conta quando o valor está certo.', es: 'Solo cuenta cuando el valor es correcto.' };
}

export function sayLeak(name: string, leaked: number): Text {
  if (leaked < 0) {
    return {
      pt: `${name} descarta tensores que não são dela. Não chame dispose nos argumentos.`,
      es: `${name} descarta tensores que no son suyos. No llames a dispose en los argumentos.`,
    };
  }
  const tensors = leaked === 1 ? 'tensor' : 'tensores';
  return {
    pt: `Cada chamada de ${name} deixa ${leaked} ${tensors} a mais na memória. Use tf.tidy.`,
    es: `Cada llamada a ${name} deja ${leaked} ${tensors} de más en la memoria. Usa tf.tidy.`,
  };
}

function sayShape(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}
