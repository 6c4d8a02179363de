import { Button, Field, Select, Switch } from '@fluentui/react-components';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Failure } from '../../../preload/contract/result.ts';
import { assignable, teamsOf } from '../../client/directory-store.ts';
import { useDesk, useNames, useServices } from '../../client/services.tsx';
import { useCommand } from '../../client/use-command.ts';
import { useText } from '../../client/use-text.ts';
import { Empty, Problem } from '../../ui/states.tsx';
import { CallerFields, MatterFields, PlaceFields, WeightFields } from '../../ui/ticket-fields.tsx';
import { fieldsOf } from '../../ui/ticket-form.ts';
import { draftText, emptyIntake, isBlank, readDraft, type Intake } from './intake-draft.ts';
import './intake.css';

const draftKey = 'intake';
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
  const { client, drafts, messages } = useServices();
  const names = useNames();
  const language = useDesk(({ info }) => info.language);
  const [intake, setIntake] = useState<Intake>(() => emptyIntake(language));
  const [restored, setRestored] = useState(false);
  const [wrong, setWrong] = useState<'subject' | 'coordinates' | 'organization' | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const touched = useRef(false);
  const form = useRef<HTMLFormElement>(null);

  const organizations = [...names.organizations.values()].filter(({ canCreate }) => canCreate);
  const organization =
    organizations.find(({ id }) => id === intake.organizationId) ??
    (organizations.length === 1 ? organizations[0] : undefined);

  useEffect(() => {
    void drafts.read(draftKey).then((text) => {
      const draft = readDraft(text, language);
      if (draft === null || touched.current) return;
      setIntake(draft);
      setRestored(true);
    });
  }, [drafts, language]);

  function change(part: Partial<Intake>): void {
    touched.current = true;
    setWrong(null);
    const next = { ...intake, ...part };
    setIntake(next);
    drafts.save(draftKey, isBlank(next, language) ? '' : draftText(next));
  }
  function discard(): void {
    setIntake(emptyIntake(language));
    setRestored(false);
    setWrong(null);
    drafts.save(draftKey, '');
  }

  async function create(): Promise<void> {
    if (busy) return;
    const read = fieldsOf(intake);
    const refused = organization === undefined ? 'organization' : read.ok ? null : read.wrong;
    setWrong(refused);
    if (!read.ok || organization === undefined) {
      form.current?.querySelector<HTMLElement>(wrongField[refused ?? 'subject'])?.focus();
      return;
    }
    setBusy(true);
    const { teamId, assigneeId, sensitive } = intake;
    const answer = await client.request('ticket.create', {
      ...read.fields,
      organizationId: organization.id,
      teamId,
      assigneeId,
      sensitive,
    });
    setBusy(false);
    if (!answer.ok) {
      setFailure(answer);
      return;
    }
    drafts.save(draftKey, '');
    messages.done({ key: 'messages.created', values: { number: answer.value.number } });
    onCreated(answer.value.ticketId);
  }
  useCommand('send', () => void create());

  if (names.organizations.size > 0 && organizations.length === 0) {
    return (
      <Empty
        reason={t('intake.noOrganization')}
        action={<Button onClick={onBack}>{t('actions.backToQueue')}</Button>}
      />
    );
  }
  const teams = organization === undefined ? [] : teamsOf(names, organization.id);
  const people = organization === undefined ? [] : assignable(names, organization.id, intake.sensitive);

  return (
    <form
      ref={form}
      className="wk-intake"
      noValidate
      aria-labelledby="wk-intake-title"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void create();
      }}
      onKeyDown={(event) => {
        // Enter in a field moves on in many programs: a half-told ticket must not be created by it.
        if (event.key === 'Enter' && !event.ctrlKey && event.target instanceof HTMLInputElement) event.preventDefault();
      }}
    >
      <div className="wk-intake-head">
        <h1 id="wk-intake-title">{t('intake.title')}</h1>
        <span role="status" className="wk-faint">
          {restored ? t('intake.restored') : ''}
        </span>
        <div className="wk-intake-actions">
          <Button size="small" onClick={discard}>
            {t('intake.discard')}
          </Button>
          <Button size="small" type="submit" appearance="primary" disabled={busy} aria-keyshortcuts="Control+Enter">
            {t('intake.create')}
          </Button>
        </div>
      </div>
      {failure === null ? null : <Problem failure={failure} onRetry={() => void create()} />}
      <div className="wk-intake-body">
        <section className="wk-intake-part" aria-labelledby="wk-intake-caller">
          <h2 id="wk-intake-caller">{t('intake.caller')}</h2>
          <CallerFields form={intake} onChange={change} focusFirst />
        </section>
        <section className="wk-intake-part" aria-labelledby="wk-intake-matter">
          <h2 id="wk-intake-matter">{t('intake.matter')}</h2>
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
          <MatterFields
            form={intake}
            onChange={change}
            categories={organization?.categories ?? []}
            {...(wrong === 'subject' ? { subjectError: t('intake.subjectNeeded') } : {})}
          />
          <PlaceFields form={intake} onChange={change} badCoordinates={wrong === 'coordinates'} />
        </section>
        <section className="wk-intake-part wk-intake-handling" aria-labelledby="wk-intake-handling">
          <h2 id="wk-intake-handling">{t('intake.handling')}</h2>
          <Field hint={t('intake.sensitiveHint')}>
            <Switch
              label={t('intake.sensitive')}
              checked={intake.sensitive}
              onChange={(_, data) => change({ sensitive: data.checked, assigneeId: null })}
            />
          </Field>
          <WeightFields form={intake} onChange={change} />
          <Field label={t('field.team')} size="small">
            <Select
              size="small"
              value={intake.teamId ?? ''}
              onChange={(_, data) => change({ teamId: data.value === '' ? null : data.value })}
            >
              <option value="">{t('intake.noTeam')}</option>
              {teams.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('field.owner')} size="small">
            <Select
              size="small"
              value={intake.assigneeId ?? ''}
              onChange={(_, data) => change({ assigneeId: data.value === '' ? null : data.value })}
            >
              <option value="">{t('intake.assignNobody')}</option>
              {people.map(({ id, displayName }) => (
                <option key={id} value={id}>
                  {displayName}
                </option>
              ))}
            </Select>
          </Field>
          {intake.sensitive ? null : <p className="wk-intake-sla">{t('intake.slaPreview')}</p>}
        </section>
      </div>
    </form>
  );
}
