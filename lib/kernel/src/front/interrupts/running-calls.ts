import type { Debugger, InspectorNotification, Session } from 'node:inspector';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { RunningCall } from '../../threads/notebook-messages';

/** How long to wait for the thread to stop for a moment, in milliseconds; native code does not, and could not be ended either. */
const PATIENCE = 1000;

/** So many calls are told at most, the innermost. */
const MOST = 50;

/**
 * Which calls the main thread is in: it is stopped for a moment, as a debugger would, and goes on.
 * @param session connected to the main thread
 * @param free resolves if the thread comes back to its event loop by itself
 * @returns none if it does, or does not stop within a second
 */
export async function runningCalls(session: Session, free: Promise<unknown>): Promise<readonly RunningCall[]> {
  // Node.js leaves the names of files out of the calls.
  const files = new Map<string, string>();
  session.on('Debugger.scriptParsed', ({ params }: InspectorNotification<Debugger.ScriptParsedEventDataType>) => {
    const { scriptId, url } = params;
    files.set(scriptId, url.startsWith('file:') ? fileURLToPath(url) : url);
  });
  const stopped = new Promise<readonly RunningCall[]>((resolve) => {
    session.once('Debugger.paused', ({ params }: InspectorNotification<Debugger.PausedEventDataType>) => {
      resolve(params.callFrames.slice(0, MOST).map((frame) => callOf(frame, files)));
    });
  });
  session.post('Debugger.enable');
  session.post('Debugger.pause');
  const patience = new AbortController();
  const none = setTimeout(PATIENCE, [], { signal: patience.signal }).catch(() => []);
  const calls = await Promise.race([stopped, free.then(() => []), none]);
  patience.abort();
  // Goes on, whether it has stopped or would yet.
  session.post('Debugger.disable');
  return calls;
}

/** The inspector counts lines and columns from 0. */
function callOf({ functionName, location }: Debugger.CallFrame, files: ReadonlyMap<string, string>): RunningCall {
  const { scriptId, lineNumber, columnNumber = 0 } = location;
  return { name: functionName, file: files.get(scriptId) ?? '', line: lineNumber + 1, column: columnNumber + 1 };
}
