import path from 'node:path';
import { NotebookModules } from '../cell/notebook-modules';
import type { ToNotebook } from '../threads/notebook-messages';
import type { NotebookPort } from '../threads/notebook-port';
import { AbandonedCells } from './abandoned-cells';
import { CellTimers } from './cell-timers';
import { captureStreams } from './captured-streams';
import { CellContext } from './cell-context';
import { Cells } from './cells';
import { Comms } from './comms';
import { Display } from './display/display';
import { printTensors } from './display/print-tensors';
import { tslabModule } from './display/tslab';
import { describeThrown } from './errors/describe';
import { listRunningCalls } from './errors/calls';
import { Sources } from './errors/sources';
import { showReadersLines } from './errors/stack-traces';
import { defineGlobals } from './globals';
import { tolerateInterrupts } from './interruptible-hooks';
import { Interrupted, Interruption } from './interruption';
import { hideOwnWarnings } from './own-warnings';
import { hideMarksOfPromises } from './plain-promises';
import { guardExit } from './process-exit';
import { Prompts } from './prompts';
import { reportStrayErrors } from './stray-errors';
import { TensorFlowState } from './tensorflow-state';

/** How long to wait for the end of code that must not go on, in ms. */
const LONGEST_END = 1000;

/**
 * Makes the calling thread a notebook's: runs cells for the protocol thread, and reports what they write and show.
 * @param rootDir the notebook's folder, where imports are looked up from; also the working directory
 */
export function startNotebook(port: NotebookPort, rootDir: string): void {
  tolerateInterrupts();
  const context = new CellContext();
  const sources = new Sources();
  const display = new Display(port, context);
  const prompts = new Prompts(port, context);
  const comms = new Comms((message) => {
    port.send({ type: 'comm', message, cell: context.cell });
  });
  const modules = new NotebookModules(rootDir, new Map([['tslab', tslabModule(display)]]), printTensors);
  // Jupyter's server says which notebook it is; elsewhere it has this name.
  const notebookFile = path.resolve(rootDir, process.env.JPY_SESSION_NAME ?? 'notebook.ipynb');
  const asleep = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const abandoned = new AbandonedCells(context, (cell) => {
    port.send({ type: 'end-me', cell });
    Atomics.wait(asleep, 0, 0, LONGEST_END);
  });
  const timers = new CellTimers(context, (cell) => abandoned.has(cell));
  const interruption = new Interruption(context);
  const tensorFlow = new TensorFlowState();
  const cells = new Cells({ notebookFile, port, abandoned, interruption, context, display, modules, sources });
  const reportStray = (thrown: unknown): void => {
    // Wanted, whatever else of the cell it ended.
    if (thrown instanceof Interrupted) return;
    port.send({ type: 'stray-error', cell: context.cell, error: describeThrown(thrown, sources) });
  };

  showReadersLines(sources);
  captureStreams((name, text) => {
    port.send({ type: 'stream', cell: context.cell, name, text });
  });
  reportStrayErrors(reportStray);
  hideOwnWarnings();
  const exit = guardExit();
  context.run(0, hideMarksOfPromises);
  defineGlobals({ display, prompts, comms });

  const receive = (message: ToNotebook): void => {
    context.leave();
    switch (message.type) {
      case 'run':
        interruption.end();
        tensorFlow.note();
        void cells.run(message);
        break;
      case 'stop':
        interruption.begin(message.cell);
        break;
      case 'stop-timers':
        for (const [cell, count] of timers.stopAll()) {
          const text = `the interrupt stopped ${count === 1 ? 'a timer' : `${count} timers`} that this cell had left running\n`;
          port.send({ type: 'stream', cell, name: 'stderr', text });
        }
        break;
      case 'terminated':
        tensorFlow.mend();
        break;
      case 'abandon':
        interruption.end(message.cell);
        abandoned.add(message.cell);
        modules.forgetUnfinished();
        port.send({
          type: 'abandoned',
          cell: message.cell,
          declared: cells.declaredBy(message.cell),
          traceback: listRunningCalls(message.calls, sources),
        });
        break;
      case 'input':
        prompts.answer(message.request, message.value);
        break;
      case 'input-gone':
        prompts.giveUp(message.request, message.reason);
        break;
      case 'comm':
        context.run(message.cell, () => {
          comms.receive(message.message);
        });
        break;
      case 'ping':
        port.send({ type: 'pong', request: message.request });
        break;
      case 'shutdown':
        exit(0);
    }
  };
  port.receive(receive);
  port.send({ type: 'ready' });
}
