/** A column's header as people type it: some languages of Moodle write a space after a colon that is another character. */
export function plainHeader(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
