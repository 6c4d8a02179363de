import { expect, test } from '@playwright/test';
import { desksFolder, setUp, startDesk, type Desk } from '../support/electron-desk.ts';

/** Presses that are counted; what is written is not, however long it is. */
class Hands {
  strokes = 0;
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  async press(key: string): Promise<void> {
    this.strokes += 1;
    await this.#desk.page.keyboard.press(key);
  }

  async write(text: string): Promise<void> {
    await this.#desk.page.keyboard.type(text);
  }
}

type Ticket = { id: string; number: string; subject: string };
/** A job on the ticket that is open, with the hands on the keyboard alone. */
type Job = {
  name: string;
  /** Rule: ux.md, Strokes besides the text. */
  strokes: number;
  /** Opens the composer first: what is typed before it stands would be keys. */
  work: (hands: Hands, ticket: Ticket, other: Ticket, desk: Desk) => Promise<void>;
  done: (desk: Desk, ticket: Ticket, other: Ticket) => Promise<void>;
};

const title = ({ page }: Desk) => page.getByRole('heading', { level: 1 });
const kindsOf = async (desk: Desk, { id }: Ticket) =>
  (await desk.ask('ticket.get', { ticketId: id })).timeline.map(({ kind, body }) =>
    typeof body['text'] === 'string' ? `${kind} ${body['text']}` : kind,
  );

const jobs: readonly Job[] = [
  {
    name: 'next ticket',
    strokes: 1,
    work: (hands) => hands.press('KeyJ'),
    done: (desk, _, other) => expect(title(desk)).toHaveText(other.subject),
  },
  {
    name: 'reply and send',
    strokes: 2,
    async work(hands) {
      await hands.press('KeyR');
      await hands.write('We are on our way');
      await hands.press('Control+Enter');
    },
    done: (desk, ticket) => expect.poll(() => kindsOf(desk, ticket)).toContain('replied We are on our way'),
  },
  {
    name: 'reply, resolve, next',
    strokes: 2,
    async work(hands) {
      await hands.press('KeyR');
      await hands.write('It is mended');
      await hands.press('Control+Shift+Enter');
    },
    async done(desk, ticket, other) {
      await expect(title(desk)).toHaveText(other.subject);
      const { status } = await desk.ask('ticket.get', { ticketId: ticket.id });
      expect(status).toBe('resolved');
      expect(await kindsOf(desk, ticket)).toContain('replied It is mended');
    },
  },
  {
    name: 'note',
    strokes: 2,
    async work(hands) {
      await hands.press('KeyN');
      await hands.write('Called back, nobody there');
      await hands.press('Control+Enter');
    },
    done: (desk, ticket) => expect.poll(() => kindsOf(desk, ticket)).toContain('noted Called back, nobody there'),
  },
  {
    name: 'take',
    strokes: 1,
    work: (hands) => hands.press('KeyT'),
    done: (desk, ticket) => expect.poll(() => kindsOf(desk, ticket)).toContain('assigned'),
  },
  {
    name: 'escalate',
    strokes: 2,
    async work(hands, _ticket, _other, { page }) {
      await hands.press('KeyE');
      await expect(page.getByRole('dialog')).toBeVisible();
      await hands.write('The ward has no water');
      await hands.press('Enter');
    },
    done: (desk, ticket) => expect.poll(() => kindsOf(desk, ticket)).toContain('escalated'),
  },
  {
    name: 'find by number',
    strokes: 2,
    async work(hands, _, other) {
      await hands.press('Slash');
      await hands.write(other.number);
      await hands.press('Enter');
    },
    done: (desk, _, other) => expect(title(desk)).toHaveText(other.subject),
  },
];

test('each job takes the strokes that are promised, and no mouse', async () => {
  const { data, remove } = desksFolder();
  const desk = await startDesk({ data });
  const { page } = desk;
  await setUp(desk);
  const { organizations, teams } = await desk.ask('directory.get', {});
  const organizationId = organizations.find(({ profile }) => profile === 'municipal')?.id ?? '';
  const room = teams.find((team) => team.organizationId === organizationId && team.name === 'Control room');
  const made = async (subject: string): Promise<Ticket> => {
    const input = { organizationId, teamId: room?.id ?? null, subject };
    const { ticketId, number } = await desk.ask('ticket.create', input);
    return { id: ticketId, number, subject };
  };

  for (const { name, strokes, work, done } of jobs) {
    await test.step(name, async () => {
      // The newest is on top: the ticket of this job, and under it the one that comes next.
      const other = await made(`After: ${name}`);
      const ticket = await made(`For: ${name}`);
      await page.reload();
      await page.getByLabel('Order').selectOption('newest');
      await expect(page.locator('[role=row][data-ticket]').first()).toContainText(ticket.subject);
      await page.getByRole('grid').focus();
      await page.keyboard.press('Enter');
      await expect(title(desk)).toHaveText(ticket.subject);
      await expect(title(desk)).toBeFocused();
      const hands = new Hands(desk);
      await work(hands, ticket, other, desk);
      await done(desk, ticket, other);
      expect(hands.strokes).toBe(strokes);
    });
  }

  await test.step('one job after the other, without a stroke in between', async () => {
    const [third, second, first] = [await made('Third'), await made('Second'), await made('First')];
    await page.reload();
    await page.getByLabel('Order').selectOption('newest');
    await expect(page.locator('[role=row][data-ticket]').first()).toContainText('First');
    await page.getByRole('grid').focus();
    const hands = new Hands(desk);
    // From the list itself: the ticket opens where it is written.
    await hands.press('KeyN');
    await expect(page.getByRole('textbox', { name: 'Internal note' })).toBeFocused();
    await hands.write('Seen');
    await hands.press('Control+Enter');
    await expect(page.getByText('Seen', { exact: true })).toBeVisible();
    await hands.press('KeyT');
    await expect.poll(() => kindsOf(desk, first)).toContain('assigned');
    await hands.press('KeyJ');
    await expect(title(desk)).toHaveText('Second');
    await hands.press('KeyR');
    await hands.write('Done');
    await hands.press('Control+Shift+Enter');
    await expect(title(desk)).toHaveText('Third');
    expect(hands.strokes).toBe(6);
    expect(await kindsOf(desk, second)).toContain('replied Done');
    expect(await kindsOf(desk, third)).not.toContain('replied Done');
  });
  await desk.close();
  remove();
});
