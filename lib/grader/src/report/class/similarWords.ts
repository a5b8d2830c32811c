/** Words about submissions that are alike. */
export const similarWords = {
  pt: {
    title: 'Entregas parecidas',
    noProof: 'Isto não prova nada: é só um convite a olhar.',
    help: 'O código do enunciado não conta, nem nomes, comentários e espaços; o que muitos escrevem pesa pouco. Duas pessoas podem chegar à mesma solução, estudar juntas com licença ou partir do mesmo exemplo. Leia as duas respostas e ouça os estudantes antes de concluir algo; a nota não muda por causa desta lista.',
    inCommon: 'em comum',
    cell: 'célula',
    more: (count: number): string => `Outros pares em similar.csv: ${count}.`,
  },
  es: {
    title: 'Entregas parecidas',
    noProof: 'Esto no prueba nada: es solo una invitación a mirar.',
    help: 'El código del enunciado no cuenta, ni tampoco nombres, comentarios y espacios; lo que muchos escriben pesa poco. Dos personas pueden llegar a la misma solución, estudiar juntas con permiso o partir del mismo ejemplo. Lee las dos respuestas y escucha a los estudiantes antes de concluir algo; la nota no cambia por esta lista.',
    inCommon: 'en común',
    cell: 'celda',
    more: (count: number): string => `Otros pares en similar.csv: ${count}.`,
  },
} as const;
