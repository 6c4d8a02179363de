import { Button, Input, Textarea } from '@fluentui/react-components';
import type { ChannelView, SecretName } from '../../../../preload/contract/messages.ts';
import { useText } from '../../../client/use-text.ts';
import { formatInstant } from '../../../i18n/format.ts';
import { Part } from '../frame/part.tsx';
import type { SecretField } from './channel-form.ts';
import { FormField } from './form-field.tsx';

/** What is to be written anew; an empty one is to be forgotten, one that is left out stays. */
export type NewSecrets = Readonly<Partial<Record<SecretName, string>>>;

type Props = {
  fields: readonly SecretField[];
  kept: ChannelView['secrets'];
  secrets: NewSecrets;
  onChange: (secrets: NewSecrets) => void;
};

function without(secrets: NewSecrets, name: SecretName): NewSecrets {
  return Object.fromEntries(Object.entries(secrets).filter(([one]) => one !== name));
}

function SecretRow({ field, kept, secrets, onChange }: Omit<Props, 'fields'> & { field: SecretField }) {
  const t = useText();
  const { name, isLong, isNeeded } = field;
  const known = kept.find((one) => one.name === name);
  const label = t(`channels.secret.${name}`);
  const isForgotten = secrets[name] === '';
  const set = (text: string) => onChange(text === '' ? without(secrets, name) : { ...secrets, [name]: text });
  const typed = secrets[name] ?? '';
  return (
    <div className="wk-secret">
      <FormField
        path={`secrets.${name}`}
        label={known === undefined ? label : t('channels.replaceWith', { name: label })}
        required={known === undefined && isNeeded}
      >
        {isLong ? (
          <Textarea
            size="small"
            textarea={{ dir: 'ltr', rows: 3, spellCheck: false, autoComplete: 'off' }}
            value={typed}
            maxLength={20_000}
            onChange={(_, data) => set(data.value)}
          />
        ) : (
          <Input
            size="small"
            type="password"
            dir="ltr"
            autoComplete="new-password"
            value={typed}
            maxLength={20_000}
            onChange={(_, data) => set(data.value)}
          />
        )}
      </FormField>
      <div className="wk-secret-state">
        <span className="wk-faint">
          {known === undefined
            ? t(isNeeded ? 'channels.noSecret' : 'channels.optionalSecret')
            : isForgotten
              ? t('channels.willForget')
              : t(`channels.keptBy.${known.keptBy}`, { at: formatInstant(known.savedAt) })}
        </span>
        {known === undefined ? null : (
          <Button
            size="small"
            appearance="subtle"
            aria-label={t(isForgotten ? 'channels.keepOf' : 'channels.forgetOf', { name: label })}
            onClick={() => onChange(isForgotten ? without(secrets, name) : { ...secrets, [name]: '' })}
          >
            {t(isForgotten ? 'channels.keep' : 'channels.forget')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Secrets are written here and read nowhere: what is kept is told by its place and time alone. */
export function SecretFields({ fields, ...props }: Props) {
  const t = useText();
  if (fields.length === 0) return null;
  return (
    <Part title={t('channels.secrets')} hint={t('channels.secretsHint')}>
      {fields.map((field) => (
        <SecretRow key={field.name} field={field} {...props} />
      ))}
    </Part>
  );
}
