import type { Status } from '../gradeSubmission';
import type { LineName, LineStatus } from '../judge/item';
import type { Text } from '../language';
import type { BrokenReason } from '../read/notebook';
import type { Repair } from '../read/repair';

/** Words that a student reads about a submission as a whole. */

const statuses: Readonly<Record<Status, Text>> = {
  graded: { pt: 'Corrigido.', es: 'Corregido.' },
  'needs-marking': {
    pt: 'As respostas em código estão corrigidas; as escritas ainda não.',
    es: 'Las respuestas en código están corregidas; las escritas aún no.',
  },
  'not-executed': {
    pt: 'Ao menos uma resposta não foi executada e não tem pontos.',
    es: 'Al menos una respuesta no se ejecutó y no tiene puntos.',
  },
  timeout: {
    pt: 'Ao menos uma resposta não terminou no tempo dado.',
    es: 'Al menos una respuesta no terminó en el tiempo dado.',
  },
  crashed: {
    pt: 'Ao menos uma resposta derrubou o processo em que era executada.',
    es: 'Al menos una respuesta tumbó el proceso en que se ejecutaba.',
  },
  broken: { pt: 'O arquivo não pôde ser lido.', es: 'No se pudo leer el archivo.' },
  missing: {
    pt: 'Nada foi entregue com o nome deste exercício. Confira o nome do arquivo.',
    es: 'No se entregó nada con el nombre de este ejercicio. Revisa el nombre del archivo.',
  },
};

/** In a table. */
const shortStatuses: Readonly<Record<Status, Text>> = {
  graded: { pt: 'corrigido', es: 'corregido' },
  'needs-marking': { pt: 'espera correção manual', es: 'espera corrección manual' },
  'not-executed': { pt: 'não executado', es: 'no ejecutado' },
  timeout: { pt: 'tempo esgotado', es: 'tiempo agotado' },
  crashed: { pt: 'interrompido', es: 'interrumpido' },
  broken: { pt: 'arquivo danificado', es: 'archivo dañado' },
  missing: { pt: 'não entregue', es: 'no entregado' },
};

const reasons: Readonly<Record<BrokenReason, Text>> = {
  'not-a-file': { pt: 'A entrega não é um arquivo.', es: 'La entrega no es un archivo.' },
  'too-large': { pt: 'O arquivo é grande demais.', es: 'El archivo es demasiado grande.' },
  encrypted: {
    pt: 'O arquivo está em um zip com senha. Entregue-o sem senha.',
    es: 'El archivo está en un zip con contraseña. Entrégalo sin contraseña.',
  },
  unreadable: { pt: 'O arquivo não pôde ser lido.', es: 'No se pudo leer el archivo.' },
  'not-json': {
    pt: 'O arquivo está danificado: não é JSON. Salve o caderno no JupyterLab e entregue de novo.',
    es: 'El archivo está dañado: no es JSON. Guarda el cuaderno en JupyterLab y entrégalo de nuevo.',
  },
  'no-notebook': { pt: 'O arquivo não é um caderno.', es: 'El archivo no es un cuaderno.' },
  'no-cells': { pt: 'O caderno não tem células.', es: 'El cuaderno no tiene celdas.' },
};

const lines: Readonly<Record<LineName, Text>> = {
  value: { pt: 'Valor', es: 'Valor' },
  gradient: { pt: 'Gradiente', es: 'Gradiente' },
  shape: { pt: 'Forma', es: 'Forma' },
  stability: { pt: 'Estabilidade', es: 'Estabilidad' },
  leak: { pt: 'Memória', es: 'Memoria' },
};

const lineStatuses: Readonly<Record<LineStatus, Text>> = {
  right: { pt: 'certo', es: 'correcto' },
  wrong: { pt: 'errado', es: 'incorrecto' },
  'not-counted': { pt: 'não contado', es: 'no contado' },
  'not-executed': { pt: 'não executado', es: 'no ejecutado' },
  timeout: { pt: 'tempo esgotado', es: 'tiempo agotado' },
  crashed: { pt: 'interrompido', es: 'interrumpido' },
};

/** Beside a status that tells something worse. */
export const sayWaiting: Text = {
  pt: 'As respostas escritas ainda não têm nota.',
  es: 'Las respuestas escritas aún no tienen nota.',
};

export const sayStatus = (status: Status): Text => statuses[status];
export const sayShortStatus = (status: Status): Text => shortStatuses[status];
export const sayBroken = (reason: BrokenReason): Text => reasons[reason];
export const sayLine = (line: LineName): Text => lines[line];
export const sayLineStatus = (status: LineStatus): Text => lineStatuses[status];

/** What was put right in the notebook. */
export function sayRepair({ code, cell = 0, gradeId = '' }: Repair): Text {
  switch (code) {
    case 'no-format':
      return { pt: 'O caderno não diz o seu formato.', es: 'El cuaderno no dice su formato.' };
    case 'upgraded':
      return {
        pt: 'O caderno está em um formato antigo (nbformat 2 ou 3) e foi convertido.',
        es: 'El cuaderno está en un formato antiguo (nbformat 2 o 3) y se convirtió.',
      };
    case 'encoding':
      return {
        pt: 'O arquivo não está em UTF-8; as letras foram convertidas.',
        es: 'El archivo no está en UTF-8; las letras se convirtieron.',
      };
    case 'cut':
      return {
        pt: 'O arquivo está cortado no meio: valem as células que estão inteiras. Entregue-o de novo.',
        es: 'El archivo está cortado por la mitad: valen las celdas que están enteras. Entrégalo de nuevo.',
      };
    case 'trailing':
      return {
        pt: 'Há restos de texto depois do fim do caderno; foram ignorados.',
        es: 'Hay restos de texto después del final del cuaderno; se ignoraron.',
      };
    case 'language-guessed':
      return {
        pt: 'O caderno não diz a sua língua; ela foi reconhecida pelo texto.',
        es: 'El cuaderno no dice su idioma; se reconoció por el texto.',
      };
    case 'no-language':
      return {
        pt: 'O caderno não diz a sua língua; esta página está em português.',
        es: 'El cuaderno no dice su idioma; esta página está en portugués.',
      };
    case 'bad-cell':
      return {
        pt: `A célula ${cell} está danificada e foi ignorada.`,
        es: `La celda ${cell} está dañada y se ignoró.`,
      };
    case 'by-cell-id':
      return {
        pt: `A célula ${cell} perdeu os seus metadados e foi reconhecida como ${gradeId}.`,
        es: `La celda ${cell} perdió sus metadatos y se reconoció como ${gradeId}.`,
      };
    case 'by-content':
      return {
        pt: `A célula ${cell} perdeu os seus metadados e foi reconhecida pelo conteúdo como ${gradeId}.`,
        es: `La celda ${cell} perdió sus metadatos y se reconoció por su contenido como ${gradeId}.`,
      };
    case 'by-position':
      return {
        pt: `A célula ${cell} perdeu os seus metadados e foi reconhecida pelo lugar como ${gradeId}.`,
        es: `La celda ${cell} perdió sus metadatos y se reconoció por su lugar como ${gradeId}.`,
      };
    case 'split':
      return {
        pt: `A célula ${gradeId} está dividida em várias; valem todas, até a célula ${cell}.`,
        es: `La celda ${gradeId} está dividida en varias; valen todas, hasta la celda ${cell}.`,
      };
    case 'locked-moved':
      return {
        pt: `A célula travada ${gradeId} foi mudada de lugar; foi executada onde estava.`,
        es: `La celda bloqueada ${gradeId} se cambió de lugar; se ejecutó donde estaba.`,
      };
    case 'wrong-kind':
      return {
        pt: `A célula ${cell} (${gradeId}) mudou de tipo e foi lida como a original.`,
        es: `La celda ${cell} (${gradeId}) cambió de tipo y se leyó como la original.`,
      };
    case 'duplicate':
      return {
        pt: `Há mais de uma célula ${gradeId}; vale a última, a célula ${cell}.`,
        es: `Hay más de una celda ${gradeId}; vale la última, la celda ${cell}.`,
      };
    case 'locked-changed':
      return {
        pt: `A célula travada ${cell} (${gradeId}) foi alterada; foi usada a original.`,
        es: `La celda bloqueada ${cell} (${gradeId}) se modificó; se usó la original.`,
      };
    case 'locked-missing':
      return {
        pt: `A célula travada ${gradeId} foi apagada; foi usada a original.`,
        es: `La celda bloqueada ${gradeId} se borró; se usó la original.`,
      };
    case 'answer-missing':
      return {
        pt: `A célula da resposta ${gradeId} foi apagada.`,
        es: `La celda de la respuesta ${gradeId} se borró.`,
      };
  }
}
