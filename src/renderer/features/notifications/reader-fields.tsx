import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useText } from '../../client/use-text.ts';
import { plainInput } from '../../i18n/format.ts';
import type { ReaderField, ReaderForm } from './reader-form.ts';

type Part = {
  form: ReaderForm;
  onChange: (part: Partial<ReaderForm>) => void;
  /** What is wrong with a field, in words. */
  wrong: Partial<Record<ReaderField, string>>;
};

/** Shown at the field that it is about, where there is one. */
const refusal = (text: string | undefined) => (text === undefined ? {} : { validationMessage: text });

export function AddressFields({ form, onChange, wrong }: Part) {
  const t = useText();
  return (
    <div className="wk-reader-line wk-reader-address">
      <Field label={t('message.settings.email')} size="small" {...refusal(wrong.email)}>
        <Input
          size="small"
          type="email"
          dir="ltr"
          value={form.email}
          maxLength={320}
          autoFocus
          onChange={(_, data) => onChange({ email: plainInput(data.value) })}
        />
      </Field>
      <Field
        label={t('message.settings.phone')}
        hint={t('message.settings.phoneHint')}
        size="small"
        {...refusal(wrong.phone)}
      >
        <Input
          size="small"
          type="tel"
          dir="ltr"
          value={form.phone}
          maxLength={40}
          onChange={(_, data) => onChange({ phone: plainInput(data.value) })}
        />
      </Field>
    </div>
  );
}

export function QuietFields({ form, onChange, wrong }: Part) {
  const t = useText();
  const time = (field: 'from' | 'until', label: string) => (
    <Field label={label} size="small" {...refusal(wrong[field])}>
      <Input
        size="small"
        dir="ltr"
        inputMode="numeric"
        className="wk-reader-time"
        value={form[field]}
        maxLength={5}
        onChange={(_, data) => onChange({ [field]: plainInput(data.value) })}
      />
    </Field>
  );
  return (
    <div className="wk-reader-line">
      <Field label={t('message.settings.quiet')} hint={t('message.settings.quietHint')} size="small">
        <RadioGroup
          layout="horizontal"
          value={form.isQuietOwn ? 'own' : 'usual'}
          onChange={(_, data) => onChange({ isQuietOwn: data.value === 'own' })}
        >
          <Radio value="usual" label={t('message.settings.quietUsual')} />
          <Radio value="own" label={t('message.settings.quietOwn')} />
        </RadioGroup>
      </Field>
      {form.isQuietOwn ? (
        <>
          {time('from', t('message.settings.quietFrom'))}
          {time('until', t('message.settings.quietUntil'))}
        </>
      ) : null}
    </div>
  );
}
