import { Button, Field, Select } from '@fluentui/react-components';
import { useRef, type FormEvent, type KeyboardEvent } from 'react';
import { useContactWays } from '../../client/use-contact-ways.ts';
import { useCommand } from '../../client/use-command.ts';
import { useText } from '../../client/use-text.ts';
import { Empty, Problem } from '../../ui/states.tsx';
import { CallerFields, MatterFields, PlaceFields } from '../../ui/ticket-fields.tsx';
import { CallerSearch } from './caller-search.tsx';
import { HandlingPart } from './handling-part.tsx';
import './intake.css';
import { LikelyPanel } from './likely-panel.tsx';
import { useIntake } from './use-intake.ts';
import { useLikely } from './use-likely.ts';

/** Where somebody has to go to mend what is refused. */
const wrongField = {
  organization: 'select[required]',
  subject: 'input[required]',
  coordinates: 'input[inputmode="decimal"]',
};

type Props = { onCreated: (ticketId: string) => void; onBack: () => void };

/** A call being taken: caller first, one page, saved from any field. What is typed survives a crash. */
export function IntakeScreen({ onCreated, onBack }: Props) {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const focus = (selector: string) => form.current?.querySelector<HTMLElement>(selector)?.focus();
  const call = useIntake({ onCreated, onWrong: (wrong) => focus(wrongField[wrong]) });
  const { intake, change, organization, organizations, wrong } = call;
  const { ways } = useContactWays(organization?.id, {
    phone: intake.phone,
    email: intake.email,
    channels: intake.channels ?? undefined,
  });
  const likely = useLikely(intake, organization?.id);
  const [likeliest] = likely;
  useCommand('send', () => void call.create());
  useCommand('duplicates', likeliest === undefined ? null : () => void call.link(likeliest));

  if (!call.mayCreate) {
    return (
      <Empty
        reason={t('intake.noOrganization')}
        action={<Button onClick={onBack}>{t('actions.backToQueue')}</Button>}
      />
    );
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { target } = event;
    // Enter in a field moves on in many programs: a half-told ticket must not be created by it.
    if (event.key === 'Enter' && !event.ctrlKey && target instanceof HTMLInputElement) event.preventDefault();
    // Out of the field, so that the next key is one.
    if (event.key === 'Escape' && !event.isDefaultPrevented() && target instanceof HTMLElement) target.blur();
  }

  return (
    <form
      ref={form}
      className="wk-intake"
      noValidate
      aria-labelledby="wk-intake-title"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void call.create();
      }}
      onKeyDown={onKeyDown}
    >
      <div className="wk-intake-head">
        <h1 id="wk-intake-title">{t('intake.title')}</h1>
        <span role="status" className="wk-faint">
          {call.restored ? t('intake.restored') : ''}
        </span>
        <div className="wk-intake-actions">
          <Button size="small" onClick={call.discard}>
            {t('intake.discard')}
          </Button>
          <Button
            size="small"
            type="submit"
            appearance="primary"
            disabled={call.busy}
            aria-keyshortcuts="Control+Enter"
          >
            {t('intake.create')}
          </Button>
        </div>
      </div>
      {call.failure === null ? null : <Problem failure={call.failure} onRetry={() => void call.create()} />}
      <div className="wk-intake-body">
        <div className="wk-intake-column">
          <section className="wk-intake-part" aria-labelledby="wk-intake-caller">
            <h2 id="wk-intake-caller">{t('intake.caller')}</h2>
            <CallerSearch
              organizationId={organization?.id}
              onCaller={(caller, known) => {
                change(caller);
                if (known) focus(organization === undefined ? '#wk-intake-matter select' : '#wk-intake-matter input');
              }}
            />
            <CallerFields form={intake} onChange={change} ways={ways} />
          </section>
          <section className="wk-intake-part" id="wk-intake-matter" aria-labelledby="wk-intake-matter-title">
            <h2 id="wk-intake-matter-title">{t('intake.matter')}</h2>
            <MatterFields
              form={intake}
              onChange={change}
              first={
                <Field
                  label={t('field.organization')}
                  required
                  size="small"
                  {...(wrong === 'organization' ? { validationMessage: t('intake.organizationNeeded') } : {})}
                >
                  <Select
                    size="small"
                    value={organization?.id ?? ''}
                    onChange={(_, data) =>
                      change({ organizationId: data.value, teamId: null, assigneeId: null, category: '' })
                    }
                  >
                    {organizations.length === 1 ? null : <option value="">{t('intake.organizationNeeded')}</option>}
                    {organizations.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </Select>
                </Field>
              }
              categories={organization?.categories ?? []}
              {...(wrong === 'subject' ? { subjectError: t('intake.subjectNeeded') } : {})}
            />
            <PlaceFields form={intake} onChange={change} badCoordinates={wrong === 'coordinates'} />
          </section>
        </div>
        <div className="wk-intake-column">
          <HandlingPart intake={intake} organization={organization} onChange={change} />
          <LikelyPanel
            likely={likely}
            busy={call.busy}
            onLink={(duplicate) => void call.link(duplicate)}
            onOpen={onCreated}
          />
        </div>
      </div>
    </form>
  );
}
