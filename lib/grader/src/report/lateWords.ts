import type { HandInMoment, Lateness } from '../assignment/late';
import type { Text } from '../language';
import { pointsText } from './htmlText';

const sources: Readonly<Record<HandInMoment['from'], Text>> = {
  teacher: { pt: 'hora dada pelo professor', es: 'hora dada por el profesor' },
  platform: { pt: 'hora da plataforma', es: 'hora de la plataforma' },
  timestamp: { pt: 'hora de timestamp.txt', es: 'hora de timestamp.txt' },
  file: { pt: 'hora do arquivo, por falta de outra', es: 'hora del archivo, a falta de otra' },
};

/** What a student reads about the time of a submission and what it costs. */
export function sayLate(
  { due, days, percent, afterCutOff }: Lateness,
  penalty: number,
  moment: HandInMoment,
  zone: string,
): Text {
  const [at, until] = [inZone(moment.at, zone), inZone(due, zone)];
  const source = sources[moment.from];
  if (days === 0 || (penalty === 0 && percent === 0)) {
    const pt = days === 0 ? 'no prazo' : `depois do prazo (${until.pt}), sem desconto`;
    const es = days === 0 ? 'a tiempo' : `después del plazo (${until.es}), sin descuento`;
    return { pt: `Entregue em ${at.pt} (${source.pt}), ${pt}.`, es: `Entregado el ${at.es} (${source.es}), ${es}.` };
  }
  if (afterCutOff) {
    return {
      pt: `Entregue em ${at.pt} (${source.pt}), depois do corte: não tem pontos.`,
      es: `Entregado el ${at.es} (${source.es}), después del corte: no tiene puntos.`,
    };
  }
  return {
    pt: `Entregue em ${at.pt} (${source.pt}); o prazo era ${until.pt}. Dias de atraso: ${days}; desconto de ${percent} %: ${pointsText(penalty, 'pt')} pontos.`,
    es: `Entregado el ${at.es} (${source.es}); el plazo era ${until.es}. Días de retraso: ${days}; descuento del ${percent} %: ${pointsText(penalty, 'es')} puntos.`,
  };
}

export function sayLateUnknown(platformSaysLate: boolean): Text {
  return platformSaysLate
    ? {
        pt: 'A plataforma diz que a entrega se atrasou, mas não quanto: não há desconto até o professor dar a hora.',
        es: 'La plataforma dice que la entrega se retrasó, pero no cuánto: no hay descuento hasta que el profesor dé la hora.',
      }
    : {
        pt: 'A hora da entrega não é conhecida: não há desconto por atraso.',
        es: 'La hora de la entrega no se conoce: no hay descuento por retraso.',
      };
}

function inZone(moment: Date, timeZone: string): Text {
  const options = { timeZone, dateStyle: 'short', timeStyle: 'short' } as const;
  return { pt: moment.toLocaleString('pt-BR', options), es: moment.toLocaleString('es', options) };
}
