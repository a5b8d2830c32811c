import { lessons, notebookFile } from '../course/lessons';
import { readPair } from '../course/pair';
import { grading } from '../notebook/nbgrader';
import { languages, type Language, type Notebook } from '../notebook/notebook';
import type { Problem } from '../notebook/problem';
import { outline, type Outline } from './outline';

const words = {
  pt: {
    title: 'As lições',
    intro: `Cada lição tem um núcleo e um aprofundamento, que se pode deixar para depois. O exercício se faz depois da lição, em \`work/pt\`;
\`npm run progress\` mostra o que já está certo, e \`npm run watch\` verifica um exercício cada vez que você o salva. Qual perda usar?
[Uma página responde](which-loss.md).`,
    heads: ['Lição', 'Tempo', 'Exercício'],
    points: (points: number) => `${points} pontos`,
    goals: 'Ao final, você saberá',
    before: 'Pré-requisitos',
    other: '[Español](../es/README.md)',
  },
  es: {
    title: 'Las lecciones',
    intro: `Cada lección tiene un núcleo y una profundización, que puede quedar para después. El ejercicio se hace después de la lección, en
\`work/es\`; \`npm run progress\` muestra lo que ya está bien, y \`npm run watch\` verifica un ejercicio cada vez que lo guardas. ¿Qué
pérdida usar? [Una página responde](which-loss.md).`,
    heads: ['Lección', 'Tiempo', 'Ejercicio'],
    points: (points: number) => `${points} puntos`,
    goals: 'Al final, sabrás',
    before: 'Requisitos previos',
    other: '[Português](../pt/README.md)',
  },
};

interface Entry extends Outline {
  readonly name: string;
  readonly points: number;
}

/** The index of the lessons in each language, made of what the lessons say of themselves. */
export function overviewPages(root: string): { pages: { file: string; text: string }[]; problems: Problem[] } {
  const pages: { file: string; text: string }[] = [];
  const problems: Problem[] = [];
  const masters = new Set(lessons(root, ['solutions']).map(({ name }) => name));
  const pairs = lessons(root, ['notebooks']).map((lesson) => ({
    lesson,
    notebooks: readPair(root, lesson).notebooks,
    master: masters.has(lesson.name) ? readPair(root, { folder: 'solutions', name: lesson.name }).notebooks : undefined,
  }));
  for (const language of languages) {
    const entries = pairs.map(({ lesson, notebooks, master }) => {
      const entry = outline(notebooks[language]);
      const missing = (['title', 'time', 'before'] as const).filter((part) => entry[part] === '');
      if (entry.goals.length === 0 || missing.length > 0) {
        const message = `the cells title and goals lack ${[...missing, ...(entry.goals.length === 0 ? ['goals'] : [])].join(', ')}`;
        problems.push({ file: notebookFile(lesson, language), rule: 'overview', message });
      }
      return { ...entry, name: lesson.name, points: master === undefined ? 0 : points(master[language]) };
    });
    pages.push({ file: `notebooks/${language}/README.md`, text: page(entries, language) });
  }
  return { pages, problems };
}

function page(entries: readonly Entry[], language: Language): string {
  const say = words[language];
  const rows = entries.map(({ name, title, time, points }) => [
    `[${title}](${name}.ipynb)`,
    time,
    points === 0 ? '–' : `[${say.points(points)}](../../work/${language}/${name}.ipynb)`,
  ]);
  return `# ${say.title}

${say.other}

${say.intro}

${[say.heads, say.heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}
${entries.map((entry) => section(entry, language)).join('')}`;
}

function section({ name, title, goals, before }: Entry, language: Language): string {
  return `
## [${title}](${name}.ipynb)

**${words[language].goals}:**

${goals.map((goal) => `- ${goal}`).join('\n')}

**${words[language].before}:** ${before}
`;
}

function points({ cells }: Notebook): number {
  return cells.reduce((sum, cell) => sum + (grading(cell)?.points ?? 0), 0);
}
