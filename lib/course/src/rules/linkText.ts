import { tokens } from './markdown';
import { cellRule } from './rule';

const empty =
  /^(aqui|aquí|clique aqui|haz clic aquí|link|enlace|este link|este enlace|isto|esto|veja|ver|ver mais|ver más|mais|más)$/i;

/** A link says by itself where it leads, for those who hear a page's links one after another. */
export const linkText = cellRule('link-text', ({ type, source }) => {
  if (type !== 'markdown') return [];
  return tokens(source).flatMap((token) => {
    if (token.type !== 'link') return [];
    const text = String(token.text).trim();
    const says = text !== '' && !empty.test(text) && (!/^https?:/.test(text) || token.raw.startsWith('<'));
    return says ? [] : [`the link to ${String(token.href)} is called "${text}": say where it leads`];
  });
});
