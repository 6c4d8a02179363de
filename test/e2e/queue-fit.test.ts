import { expect, test, type Page } from '@playwright/test';
import { priorities, severities, statuses } from '../../src/preload/contract/values.ts';
import { ar } from '../../src/renderer/i18n/ar.ts';
import { en } from '../../src/renderer/i18n/en.ts';
import { desksFolder, setUp, startDesk } from '../support/electron-desk.ts';

const texts = { en, ar };
const headings = ['Sla', 'Number', 'Subject', 'Weight', 'Status', 'Owner', 'Age'] as const;

/** The longest words that a column has to hold, put into a row that stands: no sample has every combination. */
function putWords(page: Page, weight: string, status: string, clock: readonly [string, string]): Promise<void> {
  return page.evaluate(
    ([ofWeight, ofStatus, target, words]) => {
      const row = document.querySelector('[role=row][data-ticket]');
      const weightCell = row?.querySelector('.wk-cell-weight .wk-cut');
      const statusWord = row?.querySelector('.wk-status')?.lastChild;
      if (weightCell) weightCell.textContent = ofWeight;
      if (statusWord) statusWord.textContent = ofStatus;
      const [ofTarget, ofWords] = row?.querySelectorAll('.wk-chip:last-child > span') ?? [];
      if (ofTarget) ofTarget.textContent = target;
      if (ofWords) ofWords.textContent = words;
    },
    [weight, status, ...clock] as const,
  );
}

/** Columns in which something is cut or hangs out, of those that must not be: the subject and names may. */
function cutColumns(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut = new Set<string>();
    const grid = document.querySelector('[role=grid]');
    if (grid === null) return ['no grid'];
    if (grid.scrollWidth > grid.clientWidth) cut.add('the whole list');
    const edge = grid.getBoundingClientRect();
    for (const name of ['sla', 'number', 'weight', 'status', 'age']) {
      for (const cell of grid.querySelectorAll<HTMLElement>(`.wk-cell-${name}`)) {
        const place = cell.getBoundingClientRect();
        // An inline element has no width of its own to be cut at.
        const sized = [cell, ...cell.querySelectorAll<HTMLElement>('*')].filter(
          (one) => getComputedStyle(one).display !== 'inline',
        );
        if (sized.some((one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight + 3))
          cut.add(name);
        if (place.left < edge.left - 0.5 || place.right > edge.right + 0.5) cut.add(`${name} hangs out`);
      }
    }
    return [...cut];
  });
}

for (const width of [1280, 1024]) {
  test(`at ${width} pixels the queue shows every column whole, in both languages`, async () => {
    const { data, remove } = desksFolder();
    const desk = await startDesk({ data });
    const { page } = desk;
    await setUp(desk);
    await desk.app.evaluate(
      ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to, 800),
      width,
    );
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
    for (const language of ['en', 'ar'] as const) {
      await desk.ask('preferences.set', { language });
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      const { queue, status, severity, priority, sla } = texts[language];
      for (const name of headings)
        await expect(page.getByRole('columnheader', { name: queue[`column${name}`], exact: true })).toBeVisible();
      const span = texts[language].duration.hoursMinutes.replace('{{hours}}', '23').replace('{{minutes}}', '59');
      const at = `${texts[language].weekday.wednesday} 08:00`;
      const filled = (words: string) => words.replace('{{span}}', span).replace('{{at}}', at);
      // The next response stands in a row only while it is waited for.
      const chips = [
        ...[sla.left, sla.late, sla.paused, sla.resumes].map((words) => [sla.next_response, filled(words)] as const),
        ...[sla.left, sla.late, sla.resumes, sla.missed, sla.ended].map(
          (words) => [sla.resolution, filled(words)] as const,
        ),
      ];
      for (const chip of chips) {
        await putWords(page, '', '', chip);
        expect(await cutColumns(page), `${language}, ${chip.join(' ')}`).toEqual([]);
      }
      const statusWords = statuses.map((one) => status[one]).toSorted((a, b) => b.length - a.length);
      for (const ofSeverity of severities) {
        for (const ofPriority of priorities) {
          const weight = `${severity[ofSeverity]} × ${priority[ofPriority]}`;
          await putWords(page, weight, statusWords[0] ?? '', [sla.resolution, sla.met]);
          expect(await cutColumns(page), `${language}, ${weight}`).toEqual([]);
        }
      }
    }
    await desk.close();
    remove();
  });
}
