import { lazy, Suspense, useState } from 'react';
import { useServices } from '../../client/services.tsx';
import { useCommand } from '../../client/use-command.ts';
import { takeState } from '../../client/desk-store.ts';
import { Palette } from './palette.tsx';

const KeyHelp = lazy(async () => ({ default: (await import('./key-help.tsx')).KeyHelp }));
const Settings = lazy(async () => ({ default: (await import('../../features/settings/settings.tsx')).Settings }));
const ReaderSettings = lazy(async () => ({
  default: (await import('../../features/notifications/reader-settings.tsx')).ReaderSettings,
}));
const Inbox = lazy(async () => ({ default: (await import('../../features/notifications/inbox.tsx')).Inbox }));

type Layer = 'palette' | 'help' | 'settings' | 'reader_settings' | 'notifications';

/**
 * What can lie over any screen, one at a time. All but the palette are loaded when first opened: who types right after the
 * palette's key would otherwise give commands to the screen below.
 */
export function Layers({ onOpenTicket }: { onOpenTicket: (ticketId: string) => void }) {
  const { client, desk, drafts } = useServices();
  const [open, setOpen] = useState<Layer | null>(null);
  const close = () => setOpen(null);

  async function leave(route: 'session.lock' | 'session.signOut'): Promise<void> {
    // After the lock the store takes no draft any more.
    await drafts.flush();
    const answer = await client.request(route, {});
    if (answer.ok) takeState(desk, answer.value);
  }

  useCommand('palette', () => setOpen('palette'));
  useCommand('help', () => setOpen('help'));
  useCommand('settings', () => setOpen('settings'));
  useCommand('reader_settings', () => setOpen('reader_settings'));
  useCommand('notifications', () => setOpen('notifications'));
  useCommand('lock', () => void leave('session.lock'));
  useCommand('sign_out', () => void leave('session.signOut'));

  return (
    <Suspense fallback={null}>
      {open === 'palette' ? <Palette onClose={close} onOpenTicket={onOpenTicket} /> : null}
      {open === 'help' ? <KeyHelp onClose={close} /> : null}
      {open === 'settings' ? <Settings onClose={close} /> : null}
      {open === 'reader_settings' ? <ReaderSettings onClose={close} /> : null}
      {open === 'notifications' ? <Inbox onClose={close} onOpenTicket={onOpenTicket} /> : null}
    </Suspense>
  );
}
