import type { Entry, History } from '../history/history';
import { BadRequest, flagOf, numberOf, textOf, type Request } from '../request';

/** Answers history_request: the cells that ran, as `[session, line, source]`, or `[session, line, [source, output]]`. */
export function answerHistory(history: History, request: Request): object {
  const withOutput = flagOf(request, 'output', false);
  const show = ({ session, line, source, output }: Entry): unknown[] => {
    return [session, line, withOutput ? [source, output ?? null] : source];
  };
  return { status: 'ok', history: find(history, request).map(show) };
}

function find(history: History, request: Request): Entry[] {
  const type = textOf(request, 'hist_access_type', 'tail');
  const limit = optionalNumber(request, 'n');
  switch (type) {
    case 'tail':
      return history.tail(limit ?? 10);
    case 'range':
      return history.range(
        numberOf(request, 'session', 0),
        numberOf(request, 'start', 1),
        optionalNumber(request, 'stop'),
      );
    case 'search':
      return history.search(textOf(request, 'pattern', '*'), limit, flagOf(request, 'unique', false));
    default:
      throw new BadRequest(`hist_access_type is "${type}", none of tail, range and search`);
  }
}

function optionalNumber(request: Request, name: string): number | undefined {
  return (request.message.content[name] ?? undefined) === undefined ? undefined : numberOf(request, name, 0);
}
