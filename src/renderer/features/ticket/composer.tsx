import { Button, Tab, TabList } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { PersonChatRegular } from '@fluentui/react-icons/svg/person-chat';
import { useEffect, useRef } from 'react';
import type { ContactWay } from '../../../preload/contract/messages.ts';
import type { TicketView } from '../../../preload/contract/tickets.ts';
import { useCommand } from '../../client/use-command.ts';
import { textDirection } from '../../i18n/format.ts';
import { useText } from '../../client/use-text.ts';
import './composer.css';
import { replyTexts } from './reply-texts.ts';
import { StaleDialog } from './stale-dialog.tsx';
import { useComposer, type Mode } from './use-composer.ts';
import type { TicketAccess } from './use-ticket.ts';

type Props = {
  ticket: TicketView;
  ways: readonly ContactWay[] | null;
  access: TicketAccess;
  begin: Mode | null;
  onNext: () => boolean;
};

/** A reply goes to the caller, a note never does: colour, icon, words and button all say which one this is. */
export function Composer({ ticket, ways, access, begin, onNext }: Props) {
  const t = useText();
  const composer = useComposer({ ticket, ways, access, begin: begin ?? 'reply', onNext });
  const { mode, text } = composer;
  const field = useRef<HTMLTextAreaElement>(null);

  // After the title, which takes the focus when a ticket opens only to be read.
  useEffect(() => {
    if (begin !== null) field.current?.focus();
  }, [begin]);

  function write(next: Mode): void {
    composer.setMode(next);
    field.current?.focus();
  }
  useCommand('reply', () => write('reply'));
  useCommand('note', () => write('note'));
  /** What was written has gone out: the next key is for the ticket again, not for the empty field. */
  async function send(thenResolve: boolean, seenVersion?: number): Promise<void> {
    const sent = await composer.send(thenResolve, seenVersion);
    if (sent) document.querySelector<HTMLElement>('#wk-ticket-title')?.focus();
  }
  const written = text.trim() !== '';
  useCommand('send', written ? () => void send(false) : null);
  useCommand('send_resolve_next', written ? () => void send(true) : null);

  const { sendLabel, hint } = replyTexts(t, ticket.contact.name, composer.reply);
  return (
    <section className={`wk-composer wk-composer-${mode}`} aria-label={t('composer.label')}>
      <TabList
        size="small"
        selectedValue={mode}
        aria-label={t('composer.label')}
        onTabSelect={(_, data) => composer.setMode(data.value === 'note' ? 'note' : 'reply')}
      >
        <Tab value="reply" icon={<PersonChatRegular />}>
          {t('composer.reply')}
        </Tab>
        <Tab value="note" icon={<LockClosedRegular />}>
          {t('composer.note')}
        </Tab>
      </TabList>
      <textarea
        ref={field}
        className="wk-composer-text"
        dir={textDirection(text)}
        rows={3}
        maxLength={20_000}
        value={text}
        aria-label={mode === 'reply' ? t('composer.replyText') : t('composer.noteText')}
        placeholder={mode === 'reply' ? t('composer.replyPlaceholder') : t('composer.notePlaceholder')}
        onChange={(event) => composer.type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <p role="alert" className="wk-field-error">
        {composer.failure === null ? '' : t(`errors.${composer.failure.code}`)}
      </p>
      <div className="wk-composer-foot">
        <span className="wk-composer-hint">
          {composer.changedSince ? <strong>{t('ticket.changedElsewhere')} </strong> : null}
          {mode === 'reply' ? hint : t('composer.noteHint')}
        </span>
        <Button
          size="small"
          appearance={mode === 'reply' ? 'primary' : 'secondary'}
          disabled={!written || composer.busy}
          aria-keyshortcuts="Control+Enter"
          onClick={() => void send(false)}
        >
          {mode === 'reply' ? sendLabel : t('composer.saveNote')}
        </Button>
      </div>
      {composer.stopped === null ? null : (
        <StaleDialog
          entries={composer.stopped.entries}
          mine={text}
          onSend={() => void send(composer.stopped?.thenResolve ?? false, composer.stopped?.version)}
          onClose={composer.keepWriting}
        />
      )}
    </section>
  );
}
