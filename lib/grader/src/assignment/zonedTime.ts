/**
 * The moment at which the clocks of a time zone show a date and a time. Where they show it twice, at the end of summer
 * time, it is the later one; where they never show it, the same time after the clocks went forward.
 * @param day `2026-11-20`
 * @param time `23:59` or `23:59:30`
 * @param zone a name such as `America/Sao_Paulo`
 * @returns undefined if there is no such day, time or zone
 */
export function zonedTime(day: string, time: string, zone: string): Date | undefined {
  const [date, clock] = [/^(\d{4})-(\d\d)-(\d\d)$/.exec(day), /^(\d\d):(\d\d)(?::(\d\d))?$/.exec(time)];
  if (date === null || clock === null) return undefined;
  const wanted = Date.parse(`${day}T${clock[0].length === 5 ? `${clock[0]}:00` : clock[0]}Z`);
  // Date.parse takes the 31st of February for a day of March.
  if (Number.isNaN(wanted) || new Date(wanted).toISOString().slice(0, 10) !== day) return undefined;
  const show = clockOf(zone);
  if (show === undefined) return undefined;
  // What the clock shows is off by the zone's offset; a second look corrects an offset that changed in between.
  let at = wanted - (show(wanted) - wanted);
  at -= show(at) - wanted;
  const later = at + 3_600_000;
  return new Date(show(later) === wanted ? later : at);
}

/** Whether the runtime knows a time zone. */
export function isTimeZone(zone: string): boolean {
  return clockOf(zone) !== undefined;
}

/** What the clocks of a zone show at a moment, as if it were UTC. */
function clockOf(zone: string): ((moment: number) => number) | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    return (moment) => {
      const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
      const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
      return Date.UTC(year, month - 1, day, hour, minute, second);
    };
  } catch {
    return undefined;
  }
}
