import { messageOf, type ResultFile } from './result';
import { sayLine } from './submissionWords';

interface GradescopeTest {
  readonly name: string;
  readonly score: number;
  readonly max_score: number;
  readonly status?: 'passed' | 'failed';
  readonly output: string;
}

/** Gradescope's results.json of one student: a test for each line, plain text throughout, so that nothing becomes markup. */
export function gradescopeResults(results: readonly ResultFile[]): object {
  const tests = results.flatMap((result) => [...itemTests(result), ...writtenTests(result)]);
  return {
    score: shown(results.reduce((sum, { score }) => sum + score, 0)),
    output: results
      .map(
        (result) =>
          `${result.exercise}: ${[messageOf(result), result.late?.message, result.comment].filter(Boolean).join('\n')}`,
      )
      .join('\n'),
    output_format: 'text',
    test_output_format: 'text',
    test_name_format: 'text',
    visibility: 'visible',
    stdout_visibility: 'hidden',
    tests,
    extra_data: { status: Object.fromEntries(results.map(({ exercise, status }) => [exercise, status])) },
  };
}

function itemTests({ items, exercise, language }: ResultFile): GradescopeTest[] {
  return items.flatMap(({ title, lines, by_hand, points, max_points, comment }) => {
    const name = `${exercise} · ${title}`;
    if (by_hand) return [{ name, score: shown(points), max_score: shown(max_points), output: comment }];
    return lines.map((line): GradescopeTest => ({
      name: `${name} · ${sayLine(line.line)[language]}`,
      score: shown(line.points),
      max_score: shown(line.max_points),
      status: line.status === 'right' ? 'passed' : 'failed',
      output: line.message,
    }));
  });
}

function writtenTests({ written, exercise }: ResultFile): GradescopeTest[] {
  return written.flatMap(({ id, points, max_points, comment }) =>
    points === null
      ? []
      : [{ name: `${exercise} · ${id}`, score: shown(points), max_score: shown(max_points), output: comment }],
  );
}

/** Gradescope shows people the numbers as they are written. */
function shown(points: number): number {
  return Number(points.toFixed(2));
}
