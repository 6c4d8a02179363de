import { Combobox, Field, Input, Option, Select, Textarea } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { ContactWay } from '../../preload/contract/messages.ts';
import { plainInput, textDirection } from '../i18n/format.ts';
import { useText } from '../client/use-text.ts';
import { ContactChannels } from './contact-channels.tsx';
import { fits } from './picker.tsx';
import type { TicketForm } from './ticket-form.ts';
import { gradeList, kindList, languageList, oneOf } from './value-lists.ts';
import './ticket-fields.css';

type Props = { form: TicketForm; onChange: (part: Partial<TicketForm>) => void };

/** Options drawn at once: a list of hundreds is narrowed by typing, not scrolled. */
const optionsShown = 60;

export function CallerFields({ form, onChange, ways }: Props & { ways?: readonly ContactWay[] | null }) {
  const t = useText();
  return (
    <div className="wk-fields">
      <Field label={t('field.callerName')} size="small">
        <Input
          size="small"
          value={form.callerName}
          dir={textDirection(form.callerName)}
          maxLength={300}
          onChange={(_, data) => onChange({ callerName: data.value })}
        />
      </Field>
      <Field label={t('field.phone')} size="small">
        <Input
          size="small"
          type="tel"
          dir="ltr"
          value={form.phone}
          maxLength={300}
          onChange={(_, data) => onChange({ phone: plainInput(data.value) })}
        />
      </Field>
      <Field label={t('field.email')} size="small">
        <Input
          size="small"
          type="email"
          dir="ltr"
          value={form.email}
          maxLength={300}
          onChange={(_, data) => onChange({ email: plainInput(data.value) })}
        />
      </Field>
      <Field label={t('field.callerLanguage')} size="small">
        <Select
          size="small"
          value={form.language}
          onChange={(_, data) => onChange({ language: oneOf(languageList, data.value, 'en') })}
        >
          {languageList.map((language) => (
            <option key={language} value={language}>
              {t(`language.${language}`)}
            </option>
          ))}
        </Select>
      </Field>
      <ContactChannels
        chosen={form.channels}
        onChange={(channels) => onChange({ channels })}
        {...(ways === undefined ? {} : { ways })}
      />
    </div>
  );
}

export function MatterFields({
  form,
  onChange,
  categories,
  subjectError,
  first,
}: Props & { categories: readonly string[]; subjectError?: string; first?: ReactNode }) {
  const t = useText();
  return (
    <div className="wk-fields">
      {first}
      <Field label={t('field.kind')} size="small">
        <Select
          size="small"
          value={form.kind}
          onChange={(_, data) => onChange({ kind: oneOf(kindList, data.value, 'complaint') })}
        >
          {kindList.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      <CategoryField value={form.category} categories={categories} onChange={(category) => onChange({ category })} />
      <Field
        label={t('field.subject')}
        required
        size="small"
        className="wk-field-wide"
        {...(subjectError === undefined ? {} : { validationMessage: subjectError })}
      >
        <Input
          size="small"
          value={form.subject}
          dir={textDirection(form.subject)}
          maxLength={300}
          onChange={(_, data) => onChange({ subject: data.value })}
        />
      </Field>
      <Field label={t('field.description')} size="small" className="wk-field-wide">
        <Textarea
          size="small"
          rows={5}
          resize="vertical"
          value={form.description}
          maxLength={20_000}
          textarea={{ dir: textDirection(form.description) }}
          onChange={(_, data) => onChange({ description: data.value })}
        />
      </Field>
    </div>
  );
}

function CategoryField({
  value,
  categories,
  onChange,
}: {
  value: string;
  categories: readonly string[];
  onChange: (category: string) => void;
}) {
  const t = useText();
  // What was there before typing is not a search: opening the list shows all.
  const [typing, setTyping] = useState(false);
  const offered = categories.filter((category) => !typing || fits(category, value)).slice(0, optionsShown);
  return (
    <Field label={t('field.category')} size="small">
      <Combobox
        size="small"
        freeform
        value={value}
        selectedOptions={[value]}
        dir={textDirection(value)}
        onChange={(event) => {
          setTyping(true);
          onChange(event.target.value.slice(0, 300));
        }}
        onOptionSelect={(_, data) => {
          setTyping(false);
          if (data.optionValue !== undefined) onChange(data.optionValue);
        }}
        onBlur={() => setTyping(false)}
      >
        {offered.map((category) => (
          <Option key={category} value={category} text={category}>
            <bdi>{category}</bdi>
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}

export function WeightFields({ form, onChange }: Props) {
  const t = useText();
  return (
    <div className="wk-fields">
      <Field label={t('field.severity')} size="small">
        <Select
          size="small"
          value={form.severity}
          onChange={(_, data) => onChange({ severity: oneOf(gradeList, data.value, 'medium') })}
        >
          {gradeList.map((grade) => (
            <option key={grade} value={grade}>
              {t(`severity.${grade}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('field.priority')} size="small">
        <Select
          size="small"
          value={form.priority}
          onChange={(_, data) => onChange({ priority: oneOf(gradeList, data.value, 'medium') })}
        >
          {gradeList.map((grade) => (
            <option key={grade} value={grade}>
              {t(`priority.${grade}`)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

export function PlaceFields({ form, onChange, badCoordinates }: Props & { badCoordinates: boolean }) {
  const t = useText();
  const refusal = badCoordinates ? { validationMessage: t('dialog.coordinateRange') } : {};
  return (
    <div className="wk-fields">
      <Field label={t('field.address')} size="small" className="wk-field-wide">
        <Input
          size="small"
          value={form.address}
          dir={textDirection(form.address)}
          maxLength={300}
          onChange={(_, data) => onChange({ address: data.value })}
        />
      </Field>
      <Field label={t('field.latitude')} size="small" {...refusal}>
        <Input
          size="small"
          inputMode="decimal"
          dir="ltr"
          value={form.latitude}
          onChange={(_, data) => onChange({ latitude: plainInput(data.value) })}
        />
      </Field>
      <Field label={t('field.longitude')} size="small">
        <Input
          size="small"
          inputMode="decimal"
          dir="ltr"
          value={form.longitude}
          onChange={(_, data) => onChange({ longitude: plainInput(data.value) })}
        />
      </Field>
    </div>
  );
}
