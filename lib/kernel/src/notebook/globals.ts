import type { Comms } from './comms';
import type { Display } from './display/display';
import type { Prompts } from './prompts';

interface Powers {
  readonly display: Display;
  readonly prompts: Prompts;
  readonly comms: Comms;
}

/** What a library outside of this package shows bundles with, as tslab's function of the same shape. */
type WriteDisplayData = (
  message: { data: object; metadata?: object; transient?: { display_id?: string } },
  update: boolean,
) => void;

/** Gives cells what globals.d.ts declares, and libraries a way to show bundles. A cell may name its own variables so. */
export function defineGlobals({ display, prompts, comms }: Powers): void {
  const showBundle: WriteDisplayData = ({ data, metadata, transient }, update) => {
    const displayId = transient?.display_id;
    display.showBundle(data, {
      update,
      ...(metadata && { metadata }),
      ...(displayId === undefined ? {} : { displayId }),
    });
  };
  const as = (type: string) => (content: unknown) => {
    display.showBundle({ [type]: content });
  };
  const formats = {
    html: as('text/html'),
    markdown: as('text/markdown'),
    latex: as('text/latex'),
    svg: as('image/svg+xml'),
  };
  const show: NotebookDisplay = Object.assign((value: unknown) => display.show(value), formats, {
    bundle: display.showBundle.bind(display),
    clear: display.clear.bind(display),
    page: display.page.bind(display),
  });
  const ask: typeof globalThis.input = (prompt, options) => prompts.ask(prompt, options);
  define('display', show);
  define('input', ask);
  define('comms', comms satisfies NotebookComms);
  define(Symbol.for('lossbook.display'), showBundle);
}

function define(name: string | symbol, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}
