import { Combobox, Field, Option } from '@fluentui/react-components';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { KnownCaller } from '../../../preload/contract/intake.ts';
import { useServices } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { formatInstant, plainInput, textDirection } from '../../i18n/format.ts';
import type { TicketForm } from '../../ui/ticket-form.ts';

const restMs = 150;

type Caller = Partial<Pick<TicketForm, 'callerName' | 'phone' | 'email' | 'language' | 'channels'>>;
type Props = {
  organizationId: string | undefined;
  /** @param known  somebody who was found: nothing more is to be asked of them */
  onCaller: (caller: Caller, known: boolean) => void;
};

/** A number is a number, anything with a letter in it a name. */
function asTyped(words: string): Caller {
  return /\p{L}/u.test(words) ? { callerName: words } : { phone: words };
}

/** The first thing asked on the phone: who called before is found while the number is still being told. */
export function CallerSearch({ organizationId, onCaller }: Props) {
  const t = useText();
  const { client, timers } = useServices();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly KnownCaller[]>([]);
  const [open, setOpen] = useState(false);
  /** What still waits to be taken: choosing somebody moves the focus, which must not take the typed words as well. */
  const waiting = useRef('');
  const plain = plainInput(words).trim();
  const isNumber = !/\p{L}/u.test(plain);

  useEffect(() => {
    setFound([]);
    if (plain === '') return;
    let current = true;
    const handle = timers.set(() => {
      const input = { words: plain, ...(organizationId === undefined ? {} : { organizationId }) };
      void client.request('caller.find', input).then((answer) => current && setFound(answer.ok ? answer.value : []));
    }, restMs);
    return () => {
      current = false;
      timers.clear(handle);
    };
  }, [client, timers, plain, organizationId]);

  function take(caller: Caller, known: boolean): void {
    waiting.current = '';
    setWords('');
    setOpen(false);
    onCaller(caller, known);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const isChoosing = event.currentTarget.getAttribute('aria-activedescendant') !== null;
    if (event.key !== 'Enter' || event.ctrlKey || isChoosing || plain === '') return;
    event.preventDefault();
    take(asTyped(plain), false);
  }

  return (
    <Field label={t('intake.findCaller')} hint={t('intake.findCallerHint')} size="small">
      <Combobox
        size="small"
        freeform
        expandIcon={null}
        autoFocus
        value={words}
        dir={textDirection(words)}
        maxLength={300}
        selectedOptions={[]}
        open={open && found.length > 0}
        onOpenChange={(_, data) => setOpen(data.open)}
        onChange={(event) => {
          setWords(event.target.value);
          waiting.current = plainInput(event.target.value).trim();
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        // What was typed and not chosen is not lost with the focus.
        onBlur={() => (waiting.current === '' ? undefined : take(asTyped(waiting.current), false))}
        onOptionSelect={(_, data) => {
          const caller = found[Number(data.optionValue)];
          if (caller === undefined) return;
          const { name, phone, email, language, channels = null } = caller;
          take({ callerName: name, phone, email, language, channels }, true);
        }}
      >
        {found.map(({ name, phone, last }, index) => (
          // Fluent makes the option whose text is typed the one that Enter chooses: a number is one person's, a name may not be.
          <Option key={last.number} value={String(index)} text={isNumber ? words : last.number}>
            <span className="wk-caller">
              <span>
                <bdi>{name === '' ? t('people.noName') : name}</bdi> <bdi dir="ltr">{phone}</bdi>
              </span>
              <span className="wk-caller-last">
                {t('intake.calledBefore', {
                  subject: `\u2068${last.subject}\u2069`,
                  at: formatInstant(last.createdAt),
                })}
              </span>
            </span>
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}
