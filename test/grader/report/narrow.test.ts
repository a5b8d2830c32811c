import { feedbackHtml } from '../../../lib/grader/src/report/html';
import { describeInBrowser, handedIn, pages, show } from '../support/pages';

describeInBrowser('pages on screens', (opened) => {
  const widthAt = async (html: string, width: number, media: 'screen' | 'print'): Promise<number> => {
    await show(opened(), html, width, media);
    return opened().page.evaluate<number>('document.documentElement.scrollWidth');
  };

  test.each(pages)(
    '%s: nothing is wider than a telephone, a window, a sheet of paper',
    async (_, html) => {
      expect(await widthAt(html, 360, 'screen')).toBe(360);
      expect(await widthAt(html, 1200, 'screen')).toBe(1200);
      // A4 between its margins.
      expect(await widthAt(html, 700, 'print')).toBe(700);
    },
    60_000,
  );

  test('a table that is shown in blocks is still a table to who listens', async () => {
    await show(opened(), feedbackHtml(handedIn('pt')), 360);
    expect(await opened().page.getByRole('table').count()).toBe(1);
    expect(await opened().page.getByRole('row').count()).toBe(4);
    expect(await opened().page.getByRole('rowheader').allTextContents()).toEqual([
      'Valor',
      'Estabilidade',
      'Gradiente',
    ]);
    expect(await opened().page.getByRole('columnheader').count()).toBe(4);
  });
});
