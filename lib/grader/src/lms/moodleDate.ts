import { zonedTime } from '../assignment/zonedTime';

/** The first three letters of months, in English, Spanish and Portuguese. */
const months = [
  ['jan', 'ene'],
  ['feb', 'fev'],
  ['mar'],
  ['apr', 'abr'],
  ['may', 'mai'],
  ['jun'],
  ['jul'],
  ['aug', 'ago'],
  ['sep', 'set'],
  ['oct', 'out'],
  ['nov'],
  ['dec', 'dic', 'dez'],
];

/**
 * The date of a worksheet, as Moodle writes it in the teacher's language: `Friday, 20 November 2026, 11:59 PM`,
 * `viernes, 20 de noviembre de 2026, 23:59`, `sexta-feira, 20 nov. 2026, 23:59`, `sexta-feira, 20 de novembro de 2026 às 23:59`.
 * @returns undefined for `-` and what is not understood
 */
export function parseMoodleDate(text: string, timeZone: string): Date | undefined {
  const found =
    /(\d{1,2})\s+(?:de\s+)?(\p{L}{3})\p{L}*\.?\s+(?:de\s+)?(\d{4}),?\s+(?:às\s+)?(\d{1,2}):(\d\d)(?:\s*([ap])\.?\s?m)?/iu.exec(
      text,
    );
  if (found === null) return undefined;
  const [, day = '', name = '', year = '', hour = '', minute = '', half] = found;
  const month = months.findIndex((names) => names.includes(name.toLowerCase())) + 1;
  const twoDigits = (value: number | string): string => String(value).padStart(2, '0');
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return zonedTime(`${year}-${twoDigits(month)}-${twoDigits(day)}`, `${twoDigits(hours)}:${minute}`, timeZone);
}
