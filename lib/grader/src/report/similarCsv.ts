import type { SimilarSubmissions } from '../similarity/submissions';
import { csvText } from './csv';

/** The text of similar.csv: pairs of students whose code is alike, by exercise, the most alike first. */
export function similarCsv(pairs: readonly SimilarSubmissions[]): string {
  const lines = pairs.map(({ exercise, students, share, matches }) => {
    const cells = (side: 0 | 1): string => [...new Set(matches.map((match) => match[side].number))].join(' ');
    const [first, second] = students;
    return [csvText(exercise), csvText(first), csvText(second), share.toFixed(2), cells(0), cells(1)].join(',');
  });
  return ['exercise,student_1,student_2,share,cells_1,cells_2', ...lines, ''].join('\n');
}
