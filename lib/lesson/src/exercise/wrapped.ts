/** Columns that JupyterLab shows beside its file browser on a screen of 1280 pixels; it breaks a longer line inside a word. */
const width = 92;

/** Breaks lines between words; what goes on in the next line is indented by two spaces. A longer word stays whole. */
export function wrapped(text: string): string {
  return text.split('\n').map(wrappedLine).join('\n');
}

function wrappedLine(line: string): string {
  if (line.length <= width) return line;
  const end = line.lastIndexOf(' ', width);
  if (line.slice(0, Math.max(end, 0)).trim() === '') return line;
  return `${line.slice(0, end)}\n${wrappedLine(`  ${line.slice(end + 1)}`)}`;
}
