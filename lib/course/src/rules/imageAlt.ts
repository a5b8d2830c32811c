import { tokens } from './markdown';
import { cellRule } from './rule';

const emptyAlts = new Set(['', 'image', 'imagem', 'imagen', 'png', 'alt', 'alt text', 'figura', 'gráfico']);

/** Each picture in prose has words that stand for it. */
export const imageAlt = cellRule('image-alt', ({ type, source }) => {
  if (type !== 'markdown') return [];
  return tokens(source).flatMap((token) => {
    if (token.type === 'image') {
      const useless = emptyAlts.has(String(token.text).trim().toLowerCase());
      return useless ? [`the picture ${String(token.href)} has no alt text that says what it shows`] : [];
    }
    if (token.type !== 'html') return [];
    return (token.raw.match(/<img\b[^>]*>/gi) ?? [])
      .filter((tag) => emptyAlts.has(/\balt\s*=\s*(["'])(.*?)\1/i.exec(tag)?.[2]?.trim().toLowerCase() ?? ''))
      .map((tag) => `${tag} has no alt text that says what it shows`);
  });
});
