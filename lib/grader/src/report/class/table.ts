/** A wide table scrolls by itself, by keyboard too; it is named after its heading. */
export function table(heading: string, headers: readonly string[], rows: readonly string[]): string {
  return `<div class="scroll" tabindex="0" role="group" aria-labelledby="${heading}"><table class="numbers">
<thead><tr>${headers.map((header) => `<th scope="col">${header}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table></div>`;
}
