/** What two lists do not share, each item as often as it is there. */
export function onlyInOne(pt: readonly string[], es: readonly string[]): { text: string; language: 'pt' | 'es' }[] {
  const rest = [...es];
  const onlyPt = pt.filter((text) => {
    const at = rest.indexOf(text);
    if (at !== -1) rest.splice(at, 1);
    return at === -1;
  });
  return [
    ...onlyPt.map((text) => ({ text, language: 'pt' as const })),
    ...rest.map((text) => ({ text, language: 'es' as const })),
  ];
}
