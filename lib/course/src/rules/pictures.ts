import { altText, bundle, figure, pngType } from '../notebook/output';
import { cellRule } from './rule';

/** Beside each plotly figure lie a PNG, for readers without JavaScript, and the words that stand for it. */
export const pictures = cellRule('pictures', (cell) =>
  cell.outputs
    .filter((output) => figure(output) !== undefined)
    .flatMap((output) => [
      ...(typeof bundle(output)[pngType] === 'string' ? [] : ['a figure has no PNG: npm run course -- run']),
      ...((altText(output) ?? '').trim() === '' ? ['a figure has no alt text: give show() one'] : []),
    ]),
);
