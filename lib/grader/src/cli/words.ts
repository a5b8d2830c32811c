import type { Text } from '../language';
import type { RefusedReason } from '../read/handedIn';

/** Words that an instructor reads. */

export const usage: Text = {
  pt: `npm run grade -- ENTREGAS --out PASTA [opções]

Corrige ENTREGAS/<estudante>/<exercício>.ipynb e escreve em PASTA: grades.csv, results/ e feedback/.

  --exercise NOME       só este exercício, também de quem não o entregou (pode repetir)
  --seed ARQUIVO        segredo dos casos; sem ele vale LOSSBOOK_SEED ou PASTA/seed.secret
  --jobs N              entregas ao mesmo tempo (2)
  --cpu SEGUNDOS        tempo de processamento por entrega (10)
  --wall SEGUNDOS       tempo de relógio por entrega (30)
  --memory MIB          memória por entrega (1024)
  --language pt|es      língua destas mensagens
  --unsafe-no-sandbox   executa o código das entregas sem isolamento, com os seus direitos`,
  es: `npm run grade -- ENTREGAS --out CARPETA [opciones]

Corrige ENTREGAS/<estudiante>/<ejercicio>.ipynb y escribe en CARPETA: grades.csv, results/ y feedback/.

  --exercise NOMBRE     solo este ejercicio, también de quien no lo entregó (se puede repetir)
  --seed ARCHIVO        secreto de los casos; sin él vale LOSSBOOK_SEED o CARPETA/seed.secret
  --jobs N              entregas a la vez (2)
  --cpu SEGUNDOS        tiempo de cálculo por entrega (10)
  --wall SEGUNDOS       tiempo de reloj por entrega (30)
  --memory MIB          memoria por entrega (1024)
  --language pt|es      idioma de estos mensajes
  --unsafe-no-sandbox   ejecuta el código de las entregas sin aislamiento, con tus permisos`,
};

export const sayNoSubmissionsGiven: Text = {
  pt: 'Falta a pasta das entregas.',
  es: 'Falta la carpeta de las entregas.',
};

export const sayNoOut: Text = { pt: 'Falta --out PASTA.', es: 'Falta --out CARPETA.' };

export const sayStrange = (word: string): Text => ({ pt: `Não entendo: ${word}`, es: `No entiendo: ${word}` });

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
    pt: `Nenhum isolamento funciona aqui, e sem ele o código das entregas teria os seus direitos. Instale o bubblewrap (por exemplo: apt install bubblewrap, ou rode npm start, que o instala em .venv) e permita user namespaces. Para correr o risco: --unsafe-no-sandbox.${list && `\nO que foi tentado:\n${list}`}`,
    es: `Ningún aislamiento funciona aquí, y sin él el código de las entregas tendría tus permisos. Instala bubblewrap (por ejemplo: apt install bubblewrap, o ejecuta npm start, que lo instala en .venv) y permite user namespaces. Para correr el riesgo: --unsafe-no-sandbox.${list && `\nLo que se intentó:\n${list}`}`,
  };
};

export const sayUnsafe: Text = {
  pt: 'Aviso: sem isolamento. O código das entregas é executado com os seus direitos.',
  es: 'Aviso: sin aislamiento. El código de las entregas se ejecuta con tus permisos.',
};

export const saySkipped = (path: string): Text => ({
  pt: `Ignorado (não é exercício de um estudante): ${path}`,
  es: `Ignorado (no es un ejercicio de un estudiante): ${path}`,
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

export const sayFailed = (name: string, why: string): Text => ({
  pt: `${name}: o corretor falhou, não há nota. ${why}`,
  es: `${name}: el corrector falló, no hay nota. ${why}`,
});

export const sayWritten = (count: number, out: string): Text => ({
  pt: `${count} ${count === 1 ? 'correção' : 'correções'} em ${out}`,
  es: `${count} ${count === 1 ? 'corrección' : 'correcciones'} en ${out}`,
});

export const sayInterrupted: Text = {
  pt: 'Interrompido: o que estava pronto foi escrito.',
  es: 'Interrumpido: lo que estaba listo quedó escrito.',
};
