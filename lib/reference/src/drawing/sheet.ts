import { element, escaped, words } from './element';
import { PANEL } from './panel';

/** Where the two panels are. */
export const LEFT = 58;
export const RIGHT = LEFT + PANEL.width + 66;
export const TOP = 62;
export const WIDTH = RIGHT + PANEL.width + 22;
const HEIGHT = TOP + PANEL.height + 46;

/**
 * One colour a curve, told apart by colour-blind eyes, and one a level, the stronger the higher. The drawing has its own
 * background, so it can be read on a page of either colour scheme.
 */
const STYLE = `
text { font: 12px system-ui, sans-serif; fill: #3b434b; } .title { font-weight: 600; }
.card { fill: #ffffff; stroke: #d0d7de; } .grid { stroke: #e6eaee; } .zero { stroke: #9aa4ae; }
.curve { fill: none; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.level { fill: none; stroke-width: 1.6; stroke-linecap: round; } .arrow { fill: none; stroke: #0072b2; stroke-width: 1.3; }
.mark { fill: #d55e00; }
.c0 { stroke: #0072b2; } .c1 { stroke: #d55e00; } .c2 { stroke: #009e73; } .c3 { stroke: #aa4499; }
.c1 { stroke-dasharray: 7 4; } .c2 { stroke-dasharray: 2 4; } .c3 { stroke-dasharray: 8 4 2 4; }
.dot { stroke-width: 6; stroke-dasharray: none; } .name { font-weight: 600; paint-order: stroke; stroke: #ffffff; stroke-width: 4px; }
.v0 { stroke: #a6cbe8; } .v1 { stroke: #7fb2dc; } .v2 { stroke: #5596cb; } .v3 { stroke: #3178b5; } .v4 { stroke: #175a96; } .v5 { stroke: #083a6b; }
@media (prefers-color-scheme: dark) {
text { fill: #c3ccd5; } .name { stroke: #161b22; } .card { fill: #161b22; stroke: #30363d; } .grid { stroke: #272d35; } .zero { stroke: #66707b; }
.arrow { stroke: #56b4e9; } .mark { fill: #f0a500; }
.c0 { stroke: #56b4e9; } .c1 { stroke: #f0a500; } .c2 { stroke: #2cc99b; } .c3 { stroke: #e59bd5; }
.v0 { stroke: #2a4f70; } .v1 { stroke: #35678f; } .v2 { stroke: #4584b3; } .v3 { stroke: #68a5d2; } .v4 { stroke: #95c6e8; } .v5 { stroke: #d2ebfb; }
}
`;

/** The whole drawing, with its name and its description for those who do not see it. */
export function sheet(name: string, description: string, children: readonly string[]): string {
  const size = { width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}` };
  const root = { xmlns: 'http://www.w3.org/2000/svg', ...size, role: 'img', 'aria-labelledby': 'title desc' };
  return `${element('svg', root, [
    element('title', { id: 'title' }, [escaped(name)]),
    element('desc', { id: 'desc' }, [escaped(description)]),
    `<style>${STYLE}</style>`,
    element('rect', { class: 'card', x: 0.5, y: 0.5, width: WIDTH - 1, height: HEIGHT - 1, rx: 6 }),
    ...children,
  ])}\n`;
}

/** A row of samples, each with what it stands for. */
export function legend(entries: readonly { className: string; text: string }[]): string[] {
  let x = LEFT;
  return entries.flatMap(({ className, text }) => {
    const start = x;
    // There is no font here to measure with; this is wide enough for the usual ones.
    x += 34 + text.length * 7 + 18;
    return [element('path', { class: className, d: `M${start} 20h26` }), words(start + 33, 24, text)];
  });
}
