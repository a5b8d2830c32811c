import type { SideOutput } from '../compiler/converted';

/**
 * What the protocol thread and the notebook's thread (the main one, where cells run) say to each other. The protocol thread
 * owns the sockets and drives the cells, so that a cell that computes for ever blocks neither output nor the answer to an interrupt.
 */

/** A media-type bundle as Jupyter wants it: text, base64 for binary types, JSON for types that end in +json. */
export type Bundle = Readonly<Record<string, unknown>>;

/** What Jupyter calls an error. */
export interface ErrorMessage {
  readonly ename: string;
  readonly evalue: string;
  /** Lines; the reader's own are in it, the kernel's are not. */
  readonly traceback: readonly string[];
}

/** A cell's number in the order of requests, not its execution count: what its code writes, later too, is reported under it. */
export type CellId = number;

/** A call that was running when its thread was stopped, in the JavaScript of its file. Lines and columns count from 1. */
export interface RunningCall {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** From the protocol thread to the notebook's. */
export type ToNotebook =
  | {
      readonly type: 'run';
      readonly cell: CellId;
      readonly javascript: string;
      /** Whether the cell has a top-level `await`. */
      readonly awaits: boolean;
      /** The name under which the value of the last expression is exported, if the cell ends in one. */
      readonly lastExpression?: string;
      /** The name by which stack traces call the cell. */
      readonly filename: string;
      /** Source map (JSON) from `javascript` to the cell, by which a traceback shows the reader's lines. */
      readonly sourceMap?: string;
      /** The cell as written, for the lines in tracebacks. */
      readonly source: string;
      /** TypeScript files beside the notebook, as JavaScript, because the cell imports them. */
      readonly sideOutputs: readonly SideOutput[];
      /** Expressions to show after the cell, by the requester's names; their JavaScript, converted like cells. */
      readonly userExpressions: Readonly<
        Record<string, { javascript: string; lastExpression?: string } | ErrorMessage>
      >;
      readonly silent: boolean;
    }
  /** The cell is to end by itself: what it goes on to await throws. */
  | { readonly type: 'stop'; readonly cell: CellId }
  /** No cell runs, and the reader wants that nothing does: timers that cells have left running are stopped, and each cell says so. */
  | { readonly type: 'stop-timers' }
  /** What ran was ended from outside, so that no `finally` of it has run. */
  | { readonly type: 'terminated' }
  /** The cell was interrupted, in these calls: what it awaits is given up, what it has running may still report. */
  | { readonly type: 'abandon'; readonly cell: CellId; readonly calls: readonly RunningCall[] }
  | { readonly type: 'input'; readonly request: number; readonly value: string }
  /** No answer will come: the cell was interrupted, or the client has no way of asking its reader. */
  | { readonly type: 'input-gone'; readonly request: number; readonly reason: 'interrupted' | 'not-allowed' }
  | { readonly type: 'comm'; readonly message: CommMessage; readonly cell: CellId }
  | { readonly type: 'ping'; readonly request: number }
  | { readonly type: 'shutdown'; readonly restart: boolean };

/** From the notebook's thread to the protocol thread, in the order in which it happened. */
export type FromNotebook =
  | { readonly type: 'ready' }
  | { readonly type: 'stream'; readonly cell: CellId; readonly name: 'stdout' | 'stderr'; readonly text: string }
  | {
      readonly type: 'display';
      readonly cell: CellId;
      readonly data: Bundle;
      readonly metadata: object;
      readonly displayId?: string;
      /** Replaces what is shown under `displayId`. */
      readonly update: boolean;
    }
  | { readonly type: 'clear-output'; readonly cell: CellId; readonly wait: boolean }
  /** Shown in the pager below the page, with the cell's reply. */
  | { readonly type: 'page'; readonly cell: CellId; readonly data: Bundle }
  | {
      readonly type: 'input-request';
      readonly cell: CellId;
      readonly request: number;
      readonly prompt: string;
      readonly password: boolean;
    }
  | { readonly type: 'comm'; readonly message: CommMessage; readonly cell: CellId }
  /** An error that nobody caught: a floating rejection, a throw in a timer, `process.exit()` outside of a running cell. */
  | { readonly type: 'stray-error'; readonly cell: CellId; readonly error: ErrorMessage }
  | {
      readonly type: 'done';
      readonly cell: CellId;
      readonly error?: ErrorMessage;
      /** With an error: how many of its declaring statements had run. */
      readonly declared?: number;
      readonly result?: { readonly data: Bundle; readonly metadata: object };
      readonly userExpressions: Readonly<
        Record<string, { readonly data: Bundle; readonly metadata: object } | ErrorMessage>
      >;
    }
  | Abandoned
  | { readonly type: 'pong'; readonly request: number }
  /**
   * Code of an abandoned cell has come back to life and this thread sleeps before it (see `abandon`): end it. The protocol
   * thread ends whatever runs in the notebook's thread.
   */
  | { readonly type: 'end-me'; readonly cell: CellId };

/** The answer to `abandon`. */
export interface Abandoned {
  readonly type: 'abandoned';
  readonly cell: CellId;
  /** How many of its declaring statements the cell had run; undefined if it had not begun. */
  readonly declared: number | undefined;
  /** The calls, those of the reader with their lines. */
  readonly traceback: readonly string[];
}

/** A comm message of either direction (`comm_open`, `comm_msg`, `comm_close`). */
export interface CommMessage {
  readonly type: 'comm_open' | 'comm_msg' | 'comm_close';
  readonly commId: string;
  readonly targetName?: string;
  readonly data: unknown;
  readonly metadata?: object;
  readonly buffers?: readonly Uint8Array[];
}
