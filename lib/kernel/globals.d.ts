/** What a cell finds without an import. The compiler adds this file to what it reads. */

/** What is shown below a cell, and how to replace it. */
interface ShownValue {
  readonly id: string;
  /** Shows another value in the same place. */
  update(value: unknown): void;
}

/** Shows values below the cell that runs. */
interface NotebookDisplay {
  /**
   * Shows a value as the result of a cell would be: tensors, tables, figures and images as such, others as Node prints them, and
   * objects with a method `[Symbol.for('Jupyter.display')]()` as it says.
   * @example
   * const shown = display('working…');
   * shown.update('done');
   */
  (value: unknown): ShownValue;
  html(text: string): void;
  markdown(text: string): void;
  latex(text: string): void;
  svg(text: string): void;
  /**
   * Shows one thing in several formats, of which the reader's program takes the richest that it knows.
   * @param data by media type: text, bytes, or JSON for types that end in +json
   */
  bundle(data: Readonly<Record<string, unknown>>, options?: { readonly metadata?: object }): void;
  /** Removes what the cell has shown so far; with `wait`, once it shows something new. */
  clear(options?: { readonly wait?: boolean }): void;
  /** Shows a value in the pager below the page, a text as it is. */
  page(value: unknown): void;
}

declare const display: NotebookDisplay;

/**
 * Asks the reader for a line of text.
 * @param prompt what stands before the line
 * @param options `password` hides what is typed
 * @throws Error when the cell is interrupted, or the program that shows the notebook asks no questions
 * @example
 * const name = await input('nome? ');
 */
declare function input(prompt?: string, options?: { readonly password?: boolean }): Promise<string>;

/** What goes with a message over a comm. */
interface CommContent {
  readonly data?: unknown;
  readonly metadata?: object;
  readonly buffers?: readonly Uint8Array[];
}

/** A channel between a library in the notebook and its other half in the reader's program, such as a widget. */
interface NotebookComm {
  readonly id: string;
  readonly targetName: string;
  send(data: unknown, options?: { readonly metadata?: object; readonly buffers?: readonly Uint8Array[] }): void;
  close(content?: CommContent): void;
  onMessage(listener: (content: CommContent) => void): void;
  onClose(listener: (content: CommContent) => void): void;
}

/** Jupyter's comms, for libraries of widgets. */
interface NotebookComms {
  /** Opens a comm to a target that the reader's program knows, such as `jupyter.widget`. */
  open(targetName: string, content?: CommContent & { readonly id?: string }): NotebookComm;
  /** Says what to do when the reader's program opens a comm to a target. */
  register(targetName: string, onOpen: (comm: NotebookComm, content: CommContent) => void): void;
}

declare const comms: NotebookComms;
