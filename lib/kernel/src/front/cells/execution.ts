import { BadRequest, flagOf, textOf, type Request } from '../request';

/** What an execute_request asks for. */
export interface Execution {
  readonly code: string;
  /** Runs without input, result and error being shown, and without a number. */
  readonly silent: boolean;
  /** Counts, and is remembered. */
  readonly storeHistory: boolean;
  readonly userExpressions: Readonly<Record<string, string>>;
  readonly allowStdin: boolean;
  /** An error aborts the requests that wait. */
  readonly stopOnError: boolean;
}

/** @throws BadRequest */
export function readExecution(request: Request): Execution {
  const silent = flagOf(request, 'silent', false);
  return {
    code: textOf(request, 'code'),
    silent,
    storeHistory: !silent && flagOf(request, 'store_history', true),
    userExpressions: readExpressions(request),
    allowStdin: flagOf(request, 'allow_stdin', false),
    stopOnError: flagOf(request, 'stop_on_error', true),
  };
}

function readExpressions({ message }: Request): Readonly<Record<string, string>> {
  const expressions = message.content.user_expressions ?? {};
  const areTexts = Object.values(expressions).every((code) => typeof code === 'string');
  if (typeof expressions !== 'object' || !areTexts) throw new BadRequest('user_expressions are not texts by name');
  return expressions as Readonly<Record<string, string>>;
}
