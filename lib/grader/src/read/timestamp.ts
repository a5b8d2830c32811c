import { zonedTime } from '../assignment/zonedTime';

/** nbgrader's timestamp.txt: `2026-11-20 23:59:01.123456 America/Sao_Paulo`, `… UTC`, `… -0300` or ISO 8601; without a zone it is UTC. */
export function parseTimestamp(text: string): Date | undefined {
  const found = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(\S*)$/.exec(text.trim());
  if (found === null) return undefined;
  const [, day = '', time = '', zone = ''] = found;
  const offset = /^([+-]\d\d):?(\d\d)$/.exec(zone);
  if (offset !== null) return valid(new Date(`${day}T${time}${offset[1]}:${offset[2]}`));
  return zonedTime(day, time, zone === '' || zone === 'Z' ? 'UTC' : zone);
}

function valid(date: Date): Date | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date;
}
