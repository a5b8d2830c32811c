import type { HandInMoment, Lateness } from '../assignment/late';
import type { Language, Text } from '../language';
import { locales, percentText, pointsText } from './htmlText';

const sources: Readonly<Record<HandInMoment['from'], Text>> = {
  teacher: { pt: 'hora anotada por quem corrige', es: 'hora anotada por quien corrige' },
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
      pt: `Entregue em ${at.pt} (${source.pt}), depois da data-limite: não tem pontos.`,
      es: `Entregado el ${at.es} (${source.es}), después de la fecha límite: no tiene puntos.`,
    };
  }
  return {
    pt: `Entregue em ${at.pt} (${source.pt}); o prazo terminou em ${until.pt}. Dias de atraso: ${days}; desconto de ${percentText(percent / 100, 'pt')}; pontos descontados: ${pointsText(penalty, 'pt')}.`,
    es: `Entregado el ${at.es} (${source.es}); el plazo terminó el ${until.es}. Días de retraso: ${days}; descuento del ${percentText(percent / 100, 'es')}; puntos descontados: ${pointsText(penalty, 'es')}.`,
  };
}

export function sayLateUnknown(platformSaysLate: boolean): Text {
  return platformSaysLate
    ? {
        pt: 'A plataforma diz que a entrega se atrasou, mas não quanto: não há desconto até que se informe a hora.',
        es: 'La plataforma dice que la entrega se retrasó, pero no cuánto: no hay descuento hasta que se indique la hora.',
      }
    : {
        pt: 'A hora da entrega não é conhecida: não há desconto por atraso.',
        es: 'La hora de la entrega no se conoce: no hay descuento por retraso.',
      };
}

/** When somebody handed in and who says so; in the machine's own zone where the assignment names none. */
export function sayHandedIn({ at, from }: HandInMoment, zone: string | undefined): Text {
  const moment = inZone(at, zone);
  return { pt: `${moment.pt} (${sources[from].pt})`, es: `${moment.es} (${sources[from].es})` };
}

/** With the zone's name: a student may live in another. */
function inZone(moment: Date, timeZone: string | undefined): Text {
  const two = '2-digit';
  const date = { day: two, month: two, year: 'numeric' } as const;
  const time = { hour: two, minute: two, timeZoneName: 'short' } as const;
  const say = (language: Language): string => moment.toLocaleString(locales[language], { timeZone, ...date, ...time });
  return { pt: say('pt'), es: say('es') };
}
