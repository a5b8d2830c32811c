import { classPage } from '../../../lib/grader/src/report/class/classPage';
import { feedbackHtml } from '../../../lib/grader/src/report/html';
import { markdownHtml } from '../../../lib/grader/src/report/markdown';
import { markingPage } from '../../../lib/grader/src/report/marking/markingPage';
import type { ResultFile } from '../../../lib/grader/src/report/result';
import type { SimilarSubmissions } from '../../../lib/grader/src/similarity/submissions';
import { item, line, result } from '../support/result';

const evil = '<script>alert(1)</script>"\' onload="x';

/** A result in which every text that comes from somebody's file or name is hostile. */
function hostile(student: string): ResultFile {
  const wrong = line(0, 4, { message: evil, mistakes: [evil] });
  return result({
    student,
    exercise: evil,
    message: evil,
    items: [{ ...item(evil, [wrong]), title: evil, comment: evil }],
    written: [
      {
        id: evil,
        max_points: 2,
        question: `## ${evil}`,
        answer: evil,
        points: null,
        comment: evil,
        rubric: [{ points: 2, text: evil, given: null }],
      },
    ],
    repairs: [],
    output: evil,
    submitted: { file: evil, at: null, from: null, platform_says_late: null, platform: null, earlier: [evil, evil] },
    late: { due: evil, at: null, from: null, days: 1, percent: 10, penalty: 1, message: evil },
    comment: evil,
  });
}

const cell = { number: 1, source: `${evil}\n${evil}`, lines: new Set([0]) };
const similar: SimilarSubmissions = { exercise: evil, students: [evil, evil], share: 0.5, matches: [[cell, cell]] };

describe('a page on which every text is hostile', () => {
  test.each<[string, () => string]>([
    ['the student’s', () => feedbackHtml(hostile(evil))],
    ['the class’s', () => classPage([hostile(evil), hostile('ana')], 'pt', [similar])],
    [
      'what is marked by hand',
      () => markingPage([hostile(evil)], 'pt')?.replace(/<script\b[^>]*>[^]*?<\/script>\n/, '') ?? '',
    ],
  ])('has no markup of theirs: %s', (_, page) => {
    const html = page();
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/<script>alert|" onload="x/);
  });

  test.each([
    ['longer than anybody reads', evil.padEnd(30_000, 'x')],
    ['bold in italics in bold', `${'**a *b '.repeat(4)}<script>${' b* a**'.repeat(4)}`],
    ['kept by backslashes', '\\<script\\>'],
    ['a formula that is none', '$\\frac{<script>}$'],
  ])('has no markup of theirs: markdown, %s', (_, text) => {
    expect(markdownHtml(text)).not.toContain('<script');
  });
});
