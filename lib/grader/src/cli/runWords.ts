import type { Text } from '../language';

/** Words that an instructor reads about runs that are kept, watched and recorded. */

export const sayNotRun = (name: string): Text => ({
  pt: `${name}: ainda não foi executada assim, e --regrade não executa nada. Rode sem --regrade.`,
  es: `${name}: aún no se ejecutó así, y --regrade no ejecuta nada. Ejecuta sin --regrade.`,
});

export const sayPreparing = (exercise: string): Text => ({
  pt: `Preparo o que as entregas de ${exercise} podem usar…`,
  es: `Preparo lo que las entregas de ${exercise} pueden usar…`,
});

export const sayChecking = (count: number): Text => ({
  pt: `${count} ${count === 1 ? 'entrega' : 'entregas'}: confiro os tipos das células e preparo os processos; as primeiras demoram mais…`,
  es: `${count} ${count === 1 ? 'entrega' : 'entregas'}: compruebo los tipos de las celdas y preparo los procesos; las primeras tardan más…`,
});

export const sayKept = (count: number): Text => ({
  pt: `${count} sem executar nada de novo: o que responderam estava guardado.`,
  es: `${count} sin ejecutar nada de nuevo: lo que respondieron estaba guardado.`,
});

export const sayWatching = (path: string): Text => ({
  pt: `À espera de entregas em ${path}. Ctrl-C termina.`,
  es: `A la espera de entregas en ${path}. Ctrl-C termina.`,
});

export const sayNoKey = (path: string): Text => ({
  pt: `${path} não é uma chave Ed25519 em PEM que possa ser lida.`,
  es: `${path} no es una clave Ed25519 en PEM que se pueda leer.`,
});

export const sayBusy = (out: string, pid: number): Text => ({
  pt: `Outro npm run grade (processo ${pid}) já escreve em ${out}. Espere que termine.`,
  es: `Otro npm run grade (proceso ${pid}) ya escribe en ${out}. Espera a que termine.`,
});
