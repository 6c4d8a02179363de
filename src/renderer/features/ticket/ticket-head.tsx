import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Toolbar,
  ToolbarButton,
} from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { ArrowRightRegular } from '@fluentui/react-icons/svg/arrow-right';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../client/use-text.ts';
import type { TicketView } from '../../../preload/contract/tickets.ts';
import { languageOf } from '../../client/desk-store.ts';
import { useDesk, useServices, useUser } from '../../client/services.tsx';
import { directions } from '../../i18n/start-i18n.ts';
import { useShortcut } from '../../client/use-bindings.ts';
import { useCommand } from '../../client/use-command.ts';
import { LevelBadge, SensitiveMark, StatusWord, Weight } from '../../ui/marks.tsx';
import { TicketDialogs, type TicketDialog } from './ticket-dialogs.tsx';
import type { TicketAccess } from './use-ticket.ts';

type Props = { ticket: TicketView; access: TicketAccess; onBack: () => void };

/** Which ticket this is, and what may be done with it now; nothing else is offered. */
export function TicketHead({ ticket, access, onBack }: Props) {
  const t = useText();
  const direction = useDesk(({ info }) => directions[languageOf(info)]);
  const { client, messages } = useServices();
  const me = useUser();
  const [dialog, setDialog] = useState<TicketDialog | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const { number } = ticket;
  const may = new Set(ticket.allowed);
  const works = may.has('work_ticket');
  const canTake = may.has('take_ticket') && ticket.assigneeId !== me.id;

  // A reader hears at once which ticket has opened.
  useEffect(() => title.current?.focus(), []);

  async function take(): Promise<void> {
    const failed = await access.act(client.request('ticket.assign', { ticketId: ticket.id, assigneeId: me.id }), {
      key: 'messages.assigned',
      values: { number, name: me.displayName },
    });
    if (failed !== null) messages.failed(failed);
  }
  const keys = {
    take: useShortcut('take'),
    assign: useShortcut('assign'),
    status: useShortcut('status'),
    priority: useShortcut('priority'),
    escalate: useShortcut('escalate'),
  };
  const opens = (allowed: boolean, what: TicketDialog) => (allowed ? () => setDialog(what) : null);
  useCommand('take', canTake ? () => void take() : null);
  useCommand('assign', opens(may.has('assign_ticket'), 'assign'));
  useCommand('status', opens(works, 'status'));
  useCommand('priority', opens(works, 'priority'));
  useCommand('escalate', opens(may.has('escalate_by_hand'), 'escalate'));

  const more: readonly [TicketDialog, string, boolean][] = [
    ['acknowledge', t('ticket.acknowledge'), may.has('acknowledge')],
    ['step_down', t('ticket.stepDown'), may.has('step_down')],
    ['refer', t('ticket.refer'), works && ticket.sensitive],
    ['mark_sensitive', t('ticket.markSensitive'), may.has('mark_sensitive')],
    ['unmark_sensitive', t('ticket.unmarkSensitive'), may.has('unmark_sensitive')],
    ['edit', t('ticket.editFacts'), works],
  ];

  return (
    <header className="wk-ticket-head">
      <div className="wk-ticket-line">
        <Button
          size="small"
          appearance="subtle"
          icon={direction === 'rtl' ? <ArrowRightRegular /> : <ArrowLeftRegular />}
          aria-label={t('actions.backToQueue')}
          onClick={onBack}
        />
        <bdi dir="ltr" className="wk-ticket-number">
          {number}
        </bdi>
        <StatusWord status={ticket.status} />
        <Weight severity={ticket.severity} priority={ticket.priority} />
        <LevelBadge level={ticket.level} />
        {ticket.sensitive ? <SensitiveMark /> : null}
        <Toolbar size="small" className="wk-ticket-actions" aria-label={t('ticket.actions')}>
          {canTake ? (
            <ToolbarButton appearance="primary" onClick={() => void take()} {...keys.take}>
              {t('ticket.take')}
            </ToolbarButton>
          ) : null}
          {may.has('assign_ticket') ? (
            <ToolbarButton onClick={() => setDialog('assign')} {...keys.assign}>
              {t('ticket.assign')}
            </ToolbarButton>
          ) : null}
          {works ? (
            <ToolbarButton onClick={() => setDialog('status')} {...keys.status}>
              {t('ticket.status')}
            </ToolbarButton>
          ) : null}
          {works ? (
            <ToolbarButton onClick={() => setDialog('priority')} {...keys.priority}>
              {t('ticket.priority')}
            </ToolbarButton>
          ) : null}
          {may.has('escalate_by_hand') ? (
            <ToolbarButton onClick={() => setDialog('escalate')} {...keys.escalate}>
              {t('ticket.escalate')}
            </ToolbarButton>
          ) : null}
          {more.some(([, , allowed]) => allowed) ? (
            <Menu inline>
              <MenuTrigger disableButtonEnhancement>
                <ToolbarButton icon={<MoreHorizontalRegular />} aria-label={t('ticket.more')} />
              </MenuTrigger>
              <MenuPopover>
                <MenuList>
                  {more.map(([what, label, allowed]) =>
                    allowed ? (
                      <MenuItem key={what} onClick={() => setDialog(what)}>
                        {label}
                      </MenuItem>
                    ) : null,
                  )}
                </MenuList>
              </MenuPopover>
            </Menu>
          ) : null}
        </Toolbar>
      </div>
      <h1 id="wk-ticket-title" ref={title} tabIndex={-1} className="wk-ticket-title" dir="auto">
        {ticket.subject}
      </h1>
      {dialog === null ? null : (
        <TicketDialogs which={dialog} ticket={ticket} access={access} onClose={() => setDialog(null)} />
      )}
    </header>
  );
}
