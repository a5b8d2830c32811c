import { folders, inStep, lessons, readPair } from 'lossbook-course-tools';

/** The committed notebooks: what differs between the languages is prose and the language cell, nothing else. */
const root = process.cwd();
const all = lessons(root, folders);

describe('the two languages of the course', () => {
  test.each(folders)('there are %s', (folder) => {
    expect(all.filter((lesson) => lesson.folder === folder)).not.toEqual([]);
  });

  test.each(all.map((lesson) => [`${lesson.folder}/${lesson.name}`, lesson] as const))(
    '%s has the same code',
    (_name, lesson) => {
      const pair = readPair(root, lesson);
      expect(inStep.find(pair)).toEqual([]);
      expect(pair.notebooks.pt.cells.some(({ type }) => type === 'code')).toBe(true);
    },
  );
});
