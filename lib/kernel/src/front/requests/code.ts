import type { CompilerLink } from '../compiler-link';
import { numberOf, textOf, type Request } from '../request';
import { toOffset, toPosition } from './offsets';

/** Answers complete_request. */
export async function answerComplete(compiler: CompilerLink, request: Request): Promise<object> {
  const { code, offset } = placeOf(request);
  const completions = await compiler.complete(code, offset);
  const start = toPosition(code, completions.start);
  const end = toPosition(code, completions.end);
  const types = completions.details.map(({ text, kind, signature = '' }) => ({
    text,
    type: kind,
    signature,
    start,
    end,
  }));
  return {
    status: 'ok',
    matches: completions.candidates,
    cursor_start: start,
    cursor_end: end,
    // JupyterLab shows the kinds and types from here.
    metadata: { _jupyter_types_experimental: types },
  };
}

/** Answers inspect_request. */
export async function answerInspect(compiler: CompilerLink, request: Request): Promise<object> {
  const { code, offset } = placeOf(request);
  const detail = numberOf(request, 'detail_level', 0) === 0 ? 0 : 1;
  const { text, markdown } = await compiler.inspect(code, offset, detail);
  const found = text !== undefined;
  const data = { ...(found && { 'text/plain': text }), ...(markdown !== undefined && { 'text/markdown': markdown }) };
  return { status: 'ok', found, data, metadata: {} };
}

/** Answers is_complete_request. */
export async function answerIsComplete(compiler: CompilerLink, request: Request): Promise<object> {
  const { status, indent } = await compiler.completeness(textOf(request, 'code'));
  return status === 'incomplete' ? { status, indent } : { status };
}

function placeOf(request: Request): { code: string; offset: number } {
  const code = textOf(request, 'code');
  return { code, offset: toOffset(code, numberOf(request, 'cursor_pos', code.length)) };
}
