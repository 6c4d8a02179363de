import { useState, type KeyboardEvent } from 'react';
import { createKeyMatcher } from '../../client/key-matcher.ts';
import { useDesk, useNames } from '../../client/services.tsx';
import { useBindings } from '../../client/use-bindings.ts';
import { useText } from '../../client/use-text.ts';
import { isolated, leftToRight } from '../../i18n/format.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Empty, Problem } from '../../ui/states.tsx';
import { headline } from './clock-texts.ts';
import { DerivationView } from './derivation-view.tsx';
import './explain.css';
import { useDerivation, useTexts, type Asked } from './use-derivation.ts';
import { createWords } from './words.ts';

/** The first sentence, in a place of its own so that it is read out when it comes, and again when it has changed. */
function Headline({ asked }: { asked: Asked }) {
  const t = useText();
  const names = useNames();
  if (asked.stage !== 'told') return null;
  const { derivation } = asked;
  if (derivation.kind === 'excluded') return <strong>{t('sla.excluded')}</strong>;
  return (
    <>
      {derivation.leading === null ? null : (
        <strong className="wk-explain-leading">{t(`sla.${derivation.leading}`)}:</strong>
      )}{' '}
      {headline(derivation, createWords(t, derivation.timezone, names))}
    </>
  );
}

function Told({ asked, onRetry }: { asked: Asked; onRetry: () => void }) {
  const t = useText();
  const names = useNames();
  switch (asked.stage) {
    case 'loading':
      return <Skeleton />;
    case 'failed':
      return <Problem failure={asked.failure} onRetry={onRetry} />;
    case 'gone':
      return <Empty reason={t('ticket.gone')} />;
    case 'told': {
      const { derivation } = asked;
      if (derivation.kind === 'excluded') return <p className="wk-faint">{t('sla.excludedHint')}</p>;
      const words = createWords(t, derivation.timezone, names);
      const values = { zone: isolated(derivation.timezone), at: words.at(derivation.nowAt) };
      return (
        <>
          <p className="wk-faint wk-small">{t('explain.asOf', values)}</p>
          <DerivationView derived={derivation} words={words} />
        </>
      );
    }
  }
}

/** The key that opened it closes it. */
function useClosingKey(onClose: () => void): (event: KeyboardEvent) => void {
  const singleKeys = useDesk(({ info }) => info.singleKeys);
  const bindings = useBindings();
  const [matcher] = useState(createKeyMatcher);
  return (event) => {
    const { code, altKey: alt, shiftKey: shift, repeat } = event;
    const control = event.ctrlKey || event.metaKey;
    const press = { code, control, shift, alt, inField: false, inList: false, repeat, at: performance.now() };
    if (matcher.match(press, singleKeys, bindings) !== 'explain') return;
    event.preventDefault();
    onClose();
  };
}

/** Why a ticket's deadlines, reminders and levels are what they are, over whatever screen stands. */
export function ExplainPanel({ ticketId, onClose }: { ticketId: string; onClose: () => void }) {
  const t = useText();
  const onKeyDown = useClosingKey(onClose);
  const hasTexts = useTexts();
  const { asked, reload } = useDerivation(ticketId);
  if (!hasTexts) return null;

  const number = asked.stage === 'told' ? asked.derivation.number : null;

  return (
    <SideDrawer
      title={number === null ? t('keys.command.explain') : t('explain.title', { number: leftToRight(number) })}
      size="medium"
      className="wk-explain"
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <p role="status" className="wk-explain-headline">
        <Headline asked={asked} />
      </p>
      <Told asked={asked} onRetry={reload} />
    </SideDrawer>
  );
}
