import { join } from 'node:path';
import type { Problem } from '../assignment/problems';
import type { Text } from '../language';
import type { RefusedReason } from '../read/handedIn';

/** Words that an instructor reads. */

export const usage: Text = {
  pt: `npm run grade -- ENTREGAS --out PASTA [opções]

Corrige ENTREGAS/<estudante>/<exercício>.ipynb e escreve em PASTA: grades.csv, class.html, results/ e feedback/.
ENTREGAS é uma pasta, a árvore submitted/ do nbgrader, um zip baixado do Moodle ou do Canvas, ou um caderno.

  --exercise NOME       só este exercício, também de quem não o entregou (pode repetir)
  --only NOME           corrige de novo só este exercício ou item; o resto fica como estava (pode repetir)
  --student NOME        corrige de novo só este estudante (pode repetir)
  --dry-run             mostra o que seria corrigido e não escreve nada
  --assignment ARQUIVO  pontos, atrasos e notas à mão, em YAML; sem ele vale ENTREGAS/assignment.yaml
  --marks ARQUIVO       notas da página marking.html, que passam para o arquivo do trabalho (pode repetir)
  --canvas CSV          preenche o CSV de notas exportado do Canvas; o resultado é PASTA/canvas.csv
  --moodle CSV          preenche a planilha de notas do Moodle: PASTA/moodle.csv; as correções vão em PASTA/moodle-feedback.zip
  --nbgrader            escreve também PASTA/nbgrader.csv, com as colunas de nbgrader export
  --gradescope          escreve também PASTA/gradescope/<estudante>/results.json
  --seed ARQUIVO        segredo dos casos; sem ele vale LOSSBOOK_SEED ou PASTA/seed.secret
  --key ARQUIVO         chave Ed25519 que assina os registros; sem ela vale PASTA/record.key
  --regrade             refaz as notas com o que está guardado, sem executar nada
  --watch               depois corrige o que chega ou muda, até Ctrl-C
  --jobs N              entregas executadas ao mesmo tempo (os núcleos da máquina)
  --queue ENDEREÇO      outras máquinas executam as entregas, por um Redis: redis://servidor:6379 (veja worker --help)
  --cpu SEGUNDOS        tempo de processamento por entrega (10)
  --wall SEGUNDOS       tempo de relógio por entrega (30)
  --memory MIB          memória por entrega (1024)
  --language pt|es      língua destas mensagens
  --unsafe-no-sandbox   executa o código das entregas sem isolamento, com os seus direitos

npm run grade -- verify PASTA verifica os registros assinados de uma pasta de resultados.`,
  es: `npm run grade -- ENTREGAS --out CARPETA [opciones]

Corrige ENTREGAS/<estudiante>/<ejercicio>.ipynb y escribe en CARPETA: grades.csv, class.html, results/ y feedback/.
ENTREGAS es una carpeta, el árbol submitted/ de nbgrader, un zip descargado de Moodle o de Canvas, o un cuaderno.

  --exercise NOMBRE     solo este ejercicio, también de quien no lo entregó (se puede repetir)
  --only NOMBRE         corrige de nuevo solo este ejercicio o ítem; el resto queda como estaba (se puede repetir)
  --student NOMBRE      corrige de nuevo solo a este estudiante (se puede repetir)
  --dry-run             muestra lo que se corregiría y no escribe nada
  --assignment ARCHIVO  puntos, retrasos y notas a mano, en YAML; sin él vale ENTREGAS/assignment.yaml
  --marks ARCHIVO       notas de la página marking.html, que pasan al archivo del trabajo (se puede repetir)
  --canvas CSV          rellena el CSV de notas exportado de Canvas; el resultado es CARPETA/canvas.csv
  --moodle CSV          rellena la hoja de notas de Moodle: CARPETA/moodle.csv; las correcciones van en CARPETA/moodle-feedback.zip
  --nbgrader            escribe también CARPETA/nbgrader.csv, con las columnas de nbgrader export
  --gradescope          escribe también CARPETA/gradescope/<estudiante>/results.json
  --seed ARCHIVO        secreto de los casos; sin él vale LOSSBOOK_SEED o CARPETA/seed.secret
  --key ARCHIVO         clave Ed25519 que firma los registros; sin ella vale CARPETA/record.key
  --regrade             rehace las notas con lo que está guardado, sin ejecutar nada
  --watch               después corrige lo que llega o cambia, hasta Ctrl-C
  --jobs N              entregas que se ejecutan a la vez (los núcleos de la máquina)
  --queue DIRECCIÓN     otras máquinas ejecutan las entregas, por un Redis: redis://servidor:6379 (mira worker --help)
  --cpu SEGUNDOS        tiempo de cálculo por entrega (10)
  --wall SEGUNDOS       tiempo de reloj por entrega (30)
  --memory MIB          memoria por entrega (1024)
  --language pt|es      idioma de estos mensajes
  --unsafe-no-sandbox   ejecuta el código de las entregas sin aislamiento, con tus permisos

npm run grade -- verify CARPETA verifica los registros firmados de una carpeta de resultados.`,
};

export const sayNoSubmissionsGiven: Text = {
  pt: 'Falta dizer onde estão as entregas.',
  es: 'Falta decir dónde están las entregas.',
};

export const sayNoOut: Text = {
  pt: 'Falta --out PASTA, onde ficam os resultados.',
  es: 'Falta --out CARPETA, donde quedan los resultados.',
};

export const sayStrange = (word: string): Text => ({ pt: `Não entendo: ${word}.`, es: `No entiendo: ${word}.` });

export const sayHelp: Text = {
  pt: 'Escreva: npm run grade -- ENTREGAS --out PASTA. Todas as opções: npm run grade -- --help',
  es: 'Escribe: npm run grade -- ENTREGAS --out CARPETA. Todas las opciones: npm run grade -- --help',
};

/** @param code the system's own word, such as EACCES */
export const sayNotWritable = (out: string, code: string): Text => ({
  pt: `Não é possível escrever em ${out} (${code}). A pasta de --out precisa ser sua e ter espaço no disco.`,
  es: `No se puede escribir en ${out} (${code}). La carpeta de --out tiene que ser tuya y tener espacio en el disco.`,
});

export const sayNotPositive = (option: string): Text => ({
  pt: `${option} precisa de um número maior que zero.`,
  es: `${option} necesita un número mayor que cero.`,
});

export const sayLanguages: Text = { pt: '--language é pt ou es.', es: '--language es pt o es.' };

export const sayNoFolder = (path: string): Text => ({
  pt: `A pasta ${path} não existe (ou não é pasta, zip nem caderno).`,
  es: `La carpeta ${path} no existe (o no es carpeta, zip ni cuaderno).`,
});

export const sayNoSubmissions = (path: string): Text => ({
  pt: `Não há entregas em ${path}: espera-se ${path}/<estudante>/<exercício>.ipynb.`,
  es: `No hay entregas en ${path}: se espera ${path}/<estudiante>/<ejercicio>.ipynb.`,
});

export const sayNoOracle = (exercise: string, known: readonly string[]): Text => ({
  pt: `Não há oráculo para o exercício ${exercise}. Há: ${known.join(', ')}.`,
  es: `No hay oráculo para el ejercicio ${exercise}. Hay: ${known.join(', ')}.`,
});

export const sayNoSeed = (path: string): Text => ({
  pt: `O segredo ${path} não pôde ser lido ou está vazio.`,
  es: `El secreto ${path} no se pudo leer o está vacío.`,
});

export const sayNoSandbox = (tried: readonly string[]): Text => {
  const list = tried.map((line) => `  ${line}`).join('\n');
  return {
    pt: `Nenhum isolamento funciona aqui, e sem ele o código das entregas teria os seus direitos. Instale o bubblewrap (no Linux: apt install bubblewrap, ou rode npm start, que o instala em .venv) e permita user namespaces; ou instale o Podman ou o Docker e ligue-o. Para correr o risco: --unsafe-no-sandbox.${list && `\nO que foi tentado:\n${list}`}`,
    es: `Ningún aislamiento funciona aquí, y sin él el código de las entregas tendría tus permisos. Instala bubblewrap (en Linux: apt install bubblewrap, o ejecuta npm start, que lo instala en .venv) y permite user namespaces; o instala Podman o Docker y enciéndelo. Para correr el riesgo: --unsafe-no-sandbox.${list && `\nLo que se intentó:\n${list}`}`,
  };
};

export const sayUnsafe: Text = {
  pt: 'Aviso: sem isolamento. O código das entregas é executado com os seus direitos.',
  es: 'Aviso: sin aislamiento. El código de las entregas se ejecuta con tus permisos.',
};

export const saySkipped = (path: string): Text => ({
  pt: `Ignorado (não é caderno de um exercício, nem zip, na pasta de um estudante): ${path}`,
  es: `Ignorado (no es cuaderno de un ejercicio, ni zip, en la carpeta de un estudiante): ${path}`,
});

const refusals: Readonly<Record<RefusedReason, Text>> = {
  absolute: { pt: 'um caminho absoluto', es: 'una ruta absoluta' },
  parent: { pt: 'um caminho com ..', es: 'una ruta con ..' },
  control: { pt: 'caracteres de controle no nome', es: 'caracteres de control en el nombre' },
  reserved: { pt: 'um nome que o Windows reserva', es: 'un nombre que Windows reserva' },
  'too-long': { pt: 'um nome longo demais', es: 'un nombre demasiado largo' },
  clash: {
    pt: 'outro arquivo tem o mesmo nome, ou um que só muda em maiúsculas ou acentos',
    es: 'otro archivo tiene el mismo nombre, o uno que solo cambia en mayúsculas o acentos',
  },
  link: { pt: 'uma ligação ou um dispositivo, não um arquivo', es: 'un enlace o un dispositivo, no un archivo' },
  'too-many': { pt: 'o zip tem arquivos demais', es: 'el zip tiene demasiados archivos' },
  'too-deep': { pt: 'um zip dentro de um zip de um zip', es: 'un zip dentro de un zip de un zip' },
  'bad-zip': { pt: 'o zip está danificado', es: 'el zip está dañado' },
};

export const sayRefused = (path: string, reason: RefusedReason): Text => ({
  pt: `Recusado: ${path}: ${refusals[reason].pt}`,
  es: `Rechazado: ${path}: ${refusals[reason].es}`,
});

export const sayEarlier = (student: string, latest: string, earlier: readonly string[]): Text => ({
  pt: `${student}: vale a última entrega, ${latest}; não valem: ${earlier.join(', ')}`,
  es: `${student}: vale la última entrega, ${latest}; no valen: ${earlier.join(', ')}`,
});

export const sayUnreadable = (path: string): Text => ({
  pt: `O arquivo ${path} não pôde ser lido.`,
  es: `El archivo ${path} no se pudo leer.`,
});

export const sayMarksNeedAssignment: Text = {
  pt: '--marks escreve no arquivo do trabalho: diga qual com --assignment ARQUIVO.',
  es: '--marks escribe en el archivo del trabajo: di cuál con --assignment ARCHIVO.',
};

/** All that is wrong in an assignment's file, a line each. */
export const sayInvalid = (path: string, problems: readonly Problem[]): Text => {
  const lines = (language: 'pt' | 'es', word: string): string =>
    problems
      .map(({ line, column, path: keys, text }) => {
        const where = `${path}: ${word} ${line}, ${language === 'pt' ? 'coluna' : 'columna'} ${column}`;
        return `${where}: ${keys === '' ? '' : `${keys}: `}${text[language]}`;
      })
      .join('\n');
  return { pt: lines('pt', 'linha'), es: lines('es', 'línea') };
};

export const sayNobody = (path: string, student: string): Text => ({
  pt: `${path}: ninguém se chama ${student} entre as entregas.`,
  es: `${path}: nadie se llama ${student} entre las entregas.`,
});

export const sayNoStudent = (student: string): Text => ({
  pt: `Não há entregas de ${student}. O nome é o da primeira coluna de grades.csv.`,
  es: `No hay entregas de ${student}. El nombre es el de la primera columna de grades.csv.`,
});

export const sayNoItem = (name: string, known: readonly string[]): Text => ({
  pt: `--only ${name}: não há exercício nem item com esse nome. Há: ${known.join(', ')}.`,
  es: `--only ${name}: no hay ejercicio ni ítem con ese nombre. Hay: ${known.join(', ')}.`,
});

export const sayDryRun = (count: number): Text => ({
  pt: `${count} ${count === 1 ? 'entrega seria corrigida' : 'entregas seriam corrigidas'}. Nada foi escrito.`,
  es: `Se ${count === 1 ? 'corregiría 1 entrega' : `corregirían ${count} entregas`}. No se escribió nada.`,
});

export const sayNotHandedIn: Text = { pt: '(não entregue)', es: '(no entregado)' };

export const sayLateUnknown = (names: readonly string[]): Text => ({
  pt: `Sem desconto por atraso, porque a hora da entrega não é conhecida (late.submitted a dá): ${names.join(', ')}`,
  es: `Sin descuento por retraso, porque la hora de la entrega no se conoce (late.submitted la da): ${names.join(', ')}`,
});

/** So many names are said; who wants more looks into the folder. */
const mostNamed = 10;

export const sayLeftOver = (out: string, names: readonly string[]): Text => {
  const shown = names.slice(0, mostNamed).join(', ') + (names.length > mostNamed ? ', …' : '');
  return {
    pt: `Há em ${out} resultados de correções anteriores que não são desta (${names.length}): ${shown}. Não entram em grades.csv nem em class.html; apague os seus arquivos em results e feedback se já não valem.`,
    es: `Hay en ${out} resultados de correcciones anteriores que no son de esta (${names.length}): ${shown}. No entran en grades.csv ni en class.html; borra sus archivos en results y feedback si ya no valen.`,
  };
};

/** @param page where they are marked */
export const sayWaitingFor = (count: number, page: string): Text => ({
  pt: `Respostas escritas que esperam por nota: ${count}, em ${page}.`,
  es: `Respuestas escritas que esperan nota: ${count}, en ${page}.`,
});

export const sayFailed = (name: string, why: string): Text => ({
  pt: `${name}: o corretor falhou, não há nota. ${why}`,
  es: `${name}: el corrector falló, no hay nota. ${why}`,
});

export const sayWritten = (count: number, out: string): Text => ({
  pt: `${count} ${count === 1 ? 'correção' : 'correções'} em ${out}. A turma: ${join(out, 'class.html')}`,
  es: `${count} ${count === 1 ? 'corrección' : 'correcciones'} en ${out}. El grupo: ${join(out, 'class.html')}`,
});

export const sayInterrupted: Text = {
  pt: 'Interrompido: o que estava pronto foi escrito.',
  es: 'Interrumpido: lo que estaba listo quedó escrito.',
};
