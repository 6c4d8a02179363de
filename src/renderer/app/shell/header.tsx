import {
  Button,
  CounterBadge,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { AlertRegular } from '@fluentui/react-icons/svg/alert';
import { DesktopCheckmarkRegular } from '@fluentui/react-icons/svg/desktop-checkmark';
import { KeyboardRegular } from '@fluentui/react-icons/svg/keyboard';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import { SignOutRegular } from '@fluentui/react-icons/svg/sign-out';
import { useEffect, useState } from 'react';
import type { SessionUser } from '../../../preload/contract/people.ts';
import { useShortcut } from '../../client/use-bindings.ts';
import { useServices } from '../../client/services.tsx';
import type { QueueStore } from '../../features/queue/queue-store.ts';
import { useText } from '../../client/use-text.ts';
import { Brand } from '../../ui/brand.tsx';
import { SearchBox } from './search-box.tsx';

type Props = {
  user: SessionUser;
  screen: 'queue' | 'ticket' | 'intake' | 'outbox' | 'admin' | 'whatif';
  queue: QueueStore;
  onSearch: (words: string | null) => void;
  onOpenTicket: (ticketId: string) => void;
  onQueue: () => void;
  onCreate: () => void;
  /** Null for whoever may not see how messages go. */
  onOutbox: (() => void) | null;
  /** Null for whoever configures nothing. */
  onAdmin: (() => void) | null;
};

function useUnread(): number {
  const { client } = useServices();
  const [unread, setUnread] = useState(0);
  useEffect(() => {
    void client.request('notifications.list', {}).then((answer) => answer.ok && setUnread(answer.value.unread));
    return client.on('notifications.changed', (changed) => setUnread(changed.unread));
  }, [client]);
  return unread;
}

export function Header({ user, screen, queue, onSearch, onOpenTicket, onQueue, onCreate, onOutbox, onAdmin }: Props) {
  const t = useText();
  const { commands } = useServices();
  const unread = useUnread();
  return (
    <header className="wk-header">
      <Brand />
      <nav aria-label={t('app.mainNavigation')} className="wk-nav">
        <Button
          size="small"
          appearance="subtle"
          className="wk-nav-item"
          {...(screen === 'queue' ? { 'aria-current': 'page' } : {})}
          onClick={onQueue}
        >
          {t('app.queue')}
        </Button>
        {onOutbox === null ? null : (
          <Button
            size="small"
            appearance="subtle"
            className="wk-nav-item"
            {...(screen === 'outbox' ? { 'aria-current': 'page' } : {})}
            onClick={onOutbox}
          >
            {t('app.outbox')}
          </Button>
        )}
        {onAdmin === null ? null : (
          <Button
            size="small"
            appearance="subtle"
            className="wk-nav-item"
            {...(screen === 'admin' ? { 'aria-current': 'page' } : {})}
            onClick={onAdmin}
          >
            {t('app.admin')}
          </Button>
        )}
      </nav>
      <SearchBox queue={queue} onSearch={onSearch} onOpenTicket={onOpenTicket} />
      <div className="wk-header-end">
        <span className="wk-pill" title={t('app.standaloneHint')}>
          <DesktopCheckmarkRegular aria-hidden />
          <span className="wk-cut">{t('app.standalone')}</span>
        </span>
        <Button
          size="small"
          appearance="primary"
          icon={<AddRegular />}
          onClick={onCreate}
          {...useShortcut('create')}
          className="wk-create"
        >
          {t('app.newTicket')}
        </Button>
        <span className="wk-bell">
          <Button
            size="small"
            appearance="subtle"
            icon={<AlertRegular />}
            aria-label={unread === 0 ? t('app.notifications') : t('app.notificationsUnread', { count: unread })}
            onClick={() => commands.run('notifications')}
          />
          {unread === 0 ? null : (
            <CounterBadge
              size="small"
              color="danger"
              count={unread}
              overflowCount={99}
              aria-hidden
              className="wk-bell-count"
            />
          )}
        </span>
        <Menu inline>
          <MenuTrigger disableButtonEnhancement>
            <Button
              size="small"
              appearance="subtle"
              icon={<PersonRegular />}
              aria-label={t('app.account', { name: user.displayName })}
              className="wk-account"
            >
              <bdi className="wk-cut">{user.displayName}</bdi>
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem icon={<SettingsRegular />} onClick={() => commands.run('settings')}>
                {t('app.settings')}
              </MenuItem>
              <MenuItem icon={<KeyboardRegular />} secondaryContent="?" onClick={() => commands.run('help')}>
                {t('app.help')}
              </MenuItem>
              <MenuDivider />
              <MenuItem icon={<LockClosedRegular />} onClick={() => commands.run('lock')}>
                {t('app.lock')}
              </MenuItem>
              <MenuItem icon={<SignOutRegular />} onClick={() => commands.run('sign_out')}>
                {t('app.signOut')}
              </MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
    </header>
  );
}
