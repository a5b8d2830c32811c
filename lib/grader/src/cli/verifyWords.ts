import type { Text } from '../language';
import type { Fault } from '../record/verifyRecords';

/** Words that an instructor reads about records. */

export const verifyUsage: Text = {
  pt: `npm run grade -- verify REGISTROS [opções]

Verifica REGISTROS, um records.jsonl ou a pasta de resultados em que ele está: assinaturas, ordem, e se os resultados ao lado são os
registrados.

  --key ARQUIVO         chave pública; sem ela vale o record.pub ao lado
  --submissions PASTA   verifica também se os arquivos entregues são os registrados
  --repeat              corrige-os de novo, com os mesmos casos, e compara (precisa de --submissions)
  --seed ARQUIVO        segredo dos casos para --repeat; sem ele vale LOSSBOOK_SEED ou o seed.secret ao lado
  --language pt|es      língua destas mensagens`,
  es: `npm run grade -- verify REGISTROS [opciones]

Verifica REGISTROS, un records.jsonl o la carpeta de resultados en que está: firmas, orden, y si los resultados de al lado son los
registrados.

  --key ARCHIVO         clave pública; sin ella vale el record.pub de al lado
  --submissions CARPETA verifica también si los archivos entregados son los registrados
  --repeat              los corrige de nuevo, con los mismos casos, y compara (necesita --submissions)
  --seed ARCHIVO        secreto de los casos para --repeat; sin él vale LOSSBOOK_SEED o el seed.secret de al lado
  --language pt|es      idioma de estos mensajes`,
};

export const sayUnreadableRecords = (path: string): Text => ({
  pt: `${path} não pôde ser lido.`,
  es: `${path} no se pudo leer.`,
});

export const sayRepeatNeeds: Text = {
  pt: '--repeat precisa de --submissions PASTA.',
  es: '--repeat necesita --submissions CARPETA.',
};

const faults: Readonly<Record<Fault, Text>> = {
  'no-record': { pt: 'não é um registro inteiro', es: 'no es un registro entero' },
  signature: {
    pt: 'a assinatura não vale: a linha foi mudada, ou a chave é outra',
    es: 'la firma no vale: la línea fue cambiada, o la clave es otra',
  },
  chain: {
    pt: 'não segue a linha de antes: falta uma, ou a ordem mudou',
    es: 'no sigue a la línea anterior: falta una, o el orden cambió',
  },
};

export const sayFault = (line: number, fault: Fault): Text => ({
  pt: `linha ${line}: ${faults[fault].pt}`,
  es: `línea ${line}: ${faults[fault].es}`,
});

/** How what is there differs from the record of a mark. */
export type Difference =
  'result' | 'grades' | 'no-result' | 'file' | 'no-file' | 'seed' | 'version' | 'marks' | 'failed';

const differences: Readonly<Record<Difference, Text>> = {
  result: { pt: 'o resultado na pasta não é o registrado', es: 'el resultado en la carpeta no es el registrado' },
  grades: { pt: 'a linha em grades.csv não é a registrada', es: 'la fila en grades.csv no es la registrada' },
  'no-result': { pt: 'o resultado não está na pasta', es: 'el resultado no está en la carpeta' },
  file: { pt: 'o arquivo entregue não é o registrado', es: 'el archivo entregado no es el registrado' },
  'no-file': { pt: 'o arquivo entregue não está lá', es: 'el archivo entregado no está' },
  seed: { pt: 'não se repete: o segredo dos casos é outro', es: 'no se repite: el secreto de los casos es otro' },
  version: {
    pt: 'não se repete: foi corrigida por outra versão do corretor, do exercício ou do Node.js',
    es: 'no se repite: se corrigió con otra versión del corrector, del ejercicio o de Node.js',
  },
  marks: { pt: 'corrigida de novo, dá outra nota', es: 'corregida de nuevo, da otra nota' },
  failed: { pt: 'não se repete: o corretor falhou', es: 'no se repite: el corrector falló' },
};

export const sayDifference = (name: string, difference: Difference): Text => ({
  pt: `${name}: ${differences[difference].pt}`,
  es: `${name}: ${differences[difference].es}`,
});

export const sayVerified = (records: number, marks: number, repeated: number | undefined, wrong: number): Text => ({
  pt: `${records} registros assinados, ${marks} notas${repeated === undefined ? '' : `, ${repeated} repetidas`}; ${wrong === 0 ? 'tudo confere.' : `${wrong} não conferem.`}`,
  es: `${records} registros firmados, ${marks} notas${repeated === undefined ? '' : `, ${repeated} repetidas`}; ${wrong === 0 ? 'todo coincide.' : `${wrong} no coinciden.`}`,
});
