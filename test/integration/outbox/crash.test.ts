import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { city, people } from '../../support/centre.ts';
import { twilioChannel } from '../../support/channel-parts.ts';
import { startFakeTwilio } from '../../support/fake-twilio.ts';
import { authority, startMailServer } from '../../support/mail-server.ts';
import { emailSettings } from '../../support/outbox-desk.ts';
import type { OutboxChildInput } from '../../support/outbox-child.ts';
import { StoreDesk } from '../../support/store-desk.ts';
import { unwrap } from '../../support/store-options.ts';

/** From the first question to the store to the record of the last answer there are about this many points. */
const POINTS = 30;
/** Each kills once at every point; then nobody ends the program, and what was left is brought to its end. */
const ROUNDS = process.env['WATCHKEEPER_FULL'] === '1' ? 34 : 1;
const KILLS = ROUNDS * POINTS;
const script = fileURLToPath(new URL('../../support/outbox-child.ts', import.meta.url));
const HOUR = 3_600_000;

type Ended = { nowAt: number; done: string | null; wasKilled: boolean };

async function run(input: OutboxChildInput): Promise<Ended> {
  const child = spawn(process.execPath, [script, JSON.stringify(input)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let { nowAt } = input;
  let done: string | null = null;
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('now ')) nowAt = Number(line.slice(4));
    if (line.startsWith('done ')) done = line.slice(5);
  });
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_code, by) => resolve(by)));
  return { nowAt, done, wasKilled: signal === 'SIGKILL' };
}

const contentSid = `HX${'0'.repeat(32)}`;
const content = { kind: 'status_update', status: 'open', language: 'en', contentSid, approval: 'approved' } as const;

/** One by SMS, one by mail, and one who is not on WhatsApp and gets an SMS instead. */
const three = (n: number): OutboxChildInput['contacts'] => [
  { phone: `+2782${String(1_000_000 + n)}`, email: '', channels: ['sms'] },
  { phone: '', email: `p${n}@example.org`, channels: ['email'] },
  { phone: `+2783${String(1_000_000 + n)}`, email: '', channels: ['whatsapp', 'sms'] },
];
const onWhatsapp = (phone: string): string => `whatsapp:${phone}`;

test(
  `after ${KILLS} kills at every step from claim to record no message is lost and none is sent twice, but mail under one Message-ID`,
  { timeout: KILLS * 60_000 },
  async () => {
    const provider = await startFakeTwilio();
    const mail = await startMailServer();
    const desk = await StoreDesk.start('crash');
    // Behind the real time, so that what the provider dates by its own clock never lies before it.
    desk.nowAt = Date.now() - ROUNDS * 12 * HOUR;
    const organization = { id: city, name: 'City', profile: 'municipal' as const, timezone: 'Africa/Johannesburg' };
    const value = {
      ...organization,
      categories: ['roads'],
      messages: { quietHours: { from: '00:00', until: '00:00' } },
    };
    unwrap(
      await desk.execute('save-config', { entities: [{ kind: 'organization_saved', value }] }, people.administrator),
    );
    const sms = twilioChannel({ rate: 100 });
    const sealed = new TextEncoder().encode(sms.secrets.apiKeySecret ?? '');
    const whatsapp = twilioChannel({ channel: 'whatsapp', contentTemplates: [content], rate: 100 });
    provider.approvals.set(contentSid, 'approved');
    const secrets = [{ name: 'apiKeySecret', keptBy: 'store', sealed } as const];
    const channels = [
      { settings: sms.settings, secrets },
      { settings: whatsapp.settings, secrets },
      { settings: { ...emailSettings, host: '127.0.0.1', port: mail.port, authorities: authority }, secrets: [] },
    ];
    for (const each of channels)
      unwrap(await desk.execute('save-channel', { organizationId: city, ...each }, people.administrator));
    await desk.close();

    const key = Buffer.from(desk.key).toString('hex');
    const place = { directory: desk.directory, key, provider: provider.origin };
    let { nowAt } = desk;
    const all = Array.from({ length: KILLS }, (_, n) => three(n)).flat();
    for (const {
      phone,
      channels: [first],
    } of all)
      if (first === 'whatsapp')
        provider.courses.set(onWhatsapp(phone), [{ status: 'queued' }, { status: 'undelivered', code: 63_024 }]);
    let kills = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let point = 0; point < POINTS; point += 1) {
        const contacts = three(round * POINTS + point);
        const ended = await run({ ...place, nowAt, killAt: 1 + point, contacts, forMs: HOUR / 4 });
        nowAt = ended.nowAt + 1_000;
        if (ended.wasKilled) kills += 1;
      }
      const last = await run({ ...place, nowAt, killAt: null, contacts: [], forMs: 2 * HOUR });
      expect(last).toMatchObject({ done: '0 0', wasKilled: false });
      nowAt = last.nowAt + 1_000;
    }
    expect(kills).toBeGreaterThan(KILLS * 0.8);

    const texts = provider.kept.map(({ to }) => to).sort();
    const wanted = all.flatMap(({ phone, channels: [first] }) =>
      first === 'whatsapp' ? [onWhatsapp(phone), phone] : [phone],
    );
    expect(texts).toEqual(wanted.filter((to) => to !== '').sort());
    const mails = Map.groupBy(mail.delivered, ({ to }) => to[0] ?? '');
    expect([...mails.keys()].sort()).toEqual(all.flatMap(({ email }) => (email === '' ? [] : [email])).sort());
    for (const same of mails.values()) expect(new Set(same.map((one) => one.mail.messageId)).size).toBe(1);
    await provider.close();
    await mail.close();
  },
);
