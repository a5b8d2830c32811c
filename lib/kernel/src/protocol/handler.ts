import ts from '@tslab/typescript-for-tslab';
import { isCompleteCode } from 'tslab/dist/converter';
import type { ZmqServer } from 'tslab/dist/jupyter';
import type { Session } from '../cell/session';

type TslabHandler = ZmqServer['handler'];

/** Answers the requests that do not run code. tslab's answer about itself lacks `status` and names a TypeScript of 2019. */
export class Handler implements TslabHandler {
  constructor(private readonly session: Session) {}

  handleKernel(): ReturnType<TslabHandler['handleKernel']> & { status: 'ok' } {
    return {
      status: 'ok',
      protocol_version: '5.3',
      implementation: 'lossbook-kernel',
      implementation_version: '0.1.0',
      language_info: {
        name: 'typescript',
        version: ts.version,
        mimetype: 'text/typescript',
        file_extension: '.ts',
        codemirror_mode: { mode: 'typescript', name: 'javascript', typescript: true },
      },
      banner: `TypeScript ${ts.version}, Node ${process.versions.node}`,
    };
  }

  handleExecute(): never {
    throw new Error('Server.handleExecute runs cells');
  }

  handleIsComplete({ code }: { code: string }): ReturnType<TslabHandler['handleIsComplete']> {
    const { completed, indent = '' } = isCompleteCode(code);
    return completed ? { status: 'complete' } : { status: 'incomplete', indent };
  }

  handleInspect(request: { code: string; cursor_pos: number }): ReturnType<TslabHandler['handleInspect']> {
    const text = this.session.inspect(request.code, request.cursor_pos);
    return {
      status: 'ok',
      found: text !== undefined,
      data: text === undefined ? {} : { 'text/plain': text },
      metadata: {},
    };
  }

  handleComplete(request: { code: string; cursor_pos: number }): ReturnType<TslabHandler['handleComplete']> {
    const { start, end, candidates } = this.session.complete(request.code, request.cursor_pos);
    return { status: 'ok', cursor_start: start, cursor_end: end, matches: [...candidates], metadata: {} };
  }

  handleShutdown({ restart }: { restart: boolean }): { restart: boolean } {
    return { restart };
  }

  close(): void {
    this.session.close();
  }
}
