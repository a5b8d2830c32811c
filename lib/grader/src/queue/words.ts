import type { Text } from '../language';

/** Words that an instructor reads about the queue. */

export const sayNoAddress: Text = {
  pt: '--queue precisa de um endereço como redis://servidor:6379, ou rediss:// para TLS.',
  es: '--queue necesita una dirección como redis://servidor:6379, o rediss:// para TLS.',
};

export const sayNoRedis = (place: string, why: string): Text => ({
  pt: `O Redis em ${place} não atende ou não aceita a senha: ${why}`,
  es: `Redis en ${place} no responde o no acepta la contraseña: ${why}`,
});

export const sayNobodyWorks = (version: string, others: readonly string[]): Text => {
  if (others.length === 0) {
    return {
      pt: 'Ninguém pega as correções da fila. Inicie em alguma máquina: npm run grade -- worker --queue …',
      es: 'Nadie toma las correcciones de la cola. Inicia en alguna máquina: npm run grade -- worker --queue …',
    };
  }
  return {
    pt: `Ninguém com a versão daqui, ${version}, pega as correções da fila. Outras versões têm: ${others.join(', ')}. Ponha as máquinas no mesmo commit, com o mesmo Node.js, e rode npm run build.`,
    es: `Nadie con la versión de aquí, ${version}, toma las correcciones de la cola. Otras versiones tienen: ${others.join(', ')}. Pon las máquinas en el mismo commit, con el mismo Node.js, y ejecuta npm run build.`,
  };
};

export const sayReady = (version: string, jobs: number): Text => ({
  pt: `Pronto: versão ${version}, ${jobs} de cada vez. Ctrl-C termina o que está em andamento e sai.`,
  es: `Listo: versión ${version}, ${jobs} a la vez. Ctrl-C termina lo que está en marcha y sale.`,
});

export const sayOtherVersion = (version: string, others: readonly string[]): Text => ({
  pt: `Recusado: há correções à espera de outra versão (${others.join(', ')}); a daqui é ${version}. Ponha as máquinas no mesmo commit, com o mesmo Node.js, e rode npm run build.`,
  es: `Rechazado: hay correcciones que esperan otra versión (${others.join(', ')}); la de aquí es ${version}. Pon las máquinas en el mismo commit, con el mismo Node.js, y ejecuta npm run build.`,
});

export const sayRun = (id: string, seconds: number): Text => ({
  pt: `${id}  executado em ${seconds.toFixed(1)} s`,
  es: `${id}  ejecutado en ${seconds.toFixed(1)} s`,
});

export const sayNotRun = (id: string, why: string): Text => ({
  pt: `${id}  não foi executado: ${why}`,
  es: `${id}  no se ejecutó: ${why}`,
});

export const sayTrouble = (why: string): Text => ({
  pt: `A fila: ${why}`,
  es: `La cola: ${why}`,
});

export const sayBack: Text = {
  pt: 'A fila: o Redis voltou a responder.',
  es: 'La cola: Redis vuelve a responder.',
};

export const sayLost = (id: string): Text => ({
  pt: `${id}  já não é desta máquina: o Redis esqueceu, ou outra máquina pegou enquanto esta não respondia`,
  es: `${id}  ya no es de esta máquina: Redis lo olvidó, u otra máquina lo tomó mientras esta no respondía`,
});

export const sayFinishing: Text = {
  pt: 'Termina o que está em andamento; outro Ctrl-C sai já, e outra máquina faz o que faltar.',
  es: 'Termina lo que está en marcha; otro Ctrl-C sale ya, y otra máquina hace lo que falte.',
};

export const usage: Text = {
  pt: `npm run grade -- worker --queue redis://SERVIDOR:6379 [opções]

Executa as entregas que npm run grade -- … --queue põe na fila, até Ctrl-C. Pode haver quantos quiser, em quantas máquinas quiser.

  --queue ENDEREÇO      o Redis: redis://, ou rediss:// para TLS; senha no endereço ou em LOSSBOOK_REDIS_PASSWORD
  --jobs N              entregas executadas ao mesmo tempo (os núcleos da máquina)
  --language pt|es      língua destas mensagens
  --unsafe-no-sandbox   executa o código das entregas sem isolamento, com os seus direitos`,
  es: `npm run grade -- worker --queue redis://SERVIDOR:6379 [opciones]

Ejecuta las entregas que npm run grade -- … --queue pone en la cola, hasta Ctrl-C. Puede haber cuantos quieras, en cuantas máquinas quieras.

  --queue DIRECCIÓN     Redis: redis://, o rediss:// para TLS; contraseña en la dirección o en LOSSBOOK_REDIS_PASSWORD
  --jobs N              entregas que se ejecutan a la vez (los núcleos de la máquina)
  --language pt|es      idioma de estos mensajes
  --unsafe-no-sandbox   ejecuta el código de las entregas sin aislamiento, con tus permisos`,
};
