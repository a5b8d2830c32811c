import { randomUUID } from 'node:crypto';
import type { Display } from './display';

/** What tslab calls a display. */
interface TslabDisplay {
  javascript(text: string): void;
  html(text: string): void;
  markdown(text: string): void;
  latex(text: string): void;
  svg(text: string): void;
  png(bytes: Uint8Array): void;
  jpeg(bytes: Uint8Array): void;
  gif(bytes: Uint8Array): void;
  pdf(bytes: Uint8Array): void;
  text(text: string): void;
  raw(contentType: string, content: unknown): void;
}

/** What `import 'tslab'` gives in a cell, so that notebooks run on plain tslab and here. */
export function tslabModule(display: Display): object {
  return {
    display: makeDisplay((data) => {
      display.showBundle(data);
    }),
    newDisplay: (): TslabDisplay => {
      const displayId = randomUUID();
      let update = false;
      return makeDisplay((data) => {
        display.showBundle(data, { displayId, update });
        update = true;
      });
    },
    versions: { tslab: '1.0.22', node: process.version },
  };
}

function makeDisplay(show: (data: object) => void): TslabDisplay {
  const shows =
    (type: string) =>
    (content: unknown): void => {
      show({ [type]: content });
    };
  return {
    javascript: shows('text/javascript'),
    html: shows('text/html'),
    markdown: shows('text/markdown'),
    latex: shows('text/latex'),
    svg: shows('image/svg+xml'),
    png: shows('image/png'),
    jpeg: shows('image/jpeg'),
    gif: shows('image/gif'),
    pdf: shows('application/pdf'),
    text: shows('text/plain'),
    raw: (contentType, content) => {
      shows(contentType)(content);
    },
  };
}
