import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import { useRef } from 'react';
import type { ConfigThing } from '../../../../preload/contract/configuration.ts';
import { useText } from '../../../client/use-text.ts';
import { useProblems } from '../frame/admin-context.tsx';
import { problemText } from '../frame/problem-text.ts';
import type { ValueOf } from '../frame/things.ts';
import type { Placeholder } from '../frame/value-lists.ts';
import { inserted, placeholdersOf, written } from './placeholders.ts';

type Template = ValueOf<'template'>;
type Props = { template: Template; thing: ConfigThing; onChange: (part: Partial<Template>) => void };

function useWrong(thing: ConfigThing, path: string): { validationState?: 'error'; validationMessage?: string } {
  const t = useText();
  const problems = useProblems(thing, path);
  if (problems.length === 0) return {};
  return { validationState: 'error', validationMessage: problems.map((one) => problemText(t, one)).join(' ') };
}

/** Subject and words of an own text; what it has to name is put in where the cursor stands. */
export function TextFields({ template, thing, onChange }: Props) {
  const t = useText();
  const area = useRef<HTMLTextAreaElement>(null);
  const ofSubject = useWrong(thing, 'subject');
  const ofBody = useWrong(thing, 'body');
  const { key, language, subject, body } = template;
  const dir = language === 'ar' ? 'rtl' : 'ltr';
  const languageName = t(`language.${language}`);

  function insert(name: Placeholder): void {
    const field = area.current;
    if (field === null) return;
    const put = inserted(body, name, field.selectionStart, field.selectionEnd);
    onChange({ body: put.text });
    field.focus();
    // Once the new text stands in the field: the cursor would go to its end otherwise.
    requestAnimationFrame(() => field.setSelectionRange(put.at, put.at));
  }
  return (
    <>
      {subject === null ? null : (
        <div data-field={`${language}.subject`}>
          <Field size="small" label={t('templates.subject')} {...ofSubject}>
            <Input
              size="small"
              lang={language}
              dir={dir}
              value={subject}
              maxLength={200}
              onChange={(_, data) => onChange({ subject: data.value })}
            />
          </Field>
        </div>
      )}
      <div data-field={`${language}.body`}>
        <Field size="small" label={t('templates.body')} {...ofBody}>
          <Textarea
            size="small"
            textarea={{ ref: area, lang: language, dir, rows: 5 }}
            value={body}
            maxLength={4000}
            onChange={(_, data) => onChange({ body: data.value })}
          />
        </Field>
      </div>
      <div className="wk-text-chips" role="group" aria-label={t('templates.insert')}>
        {placeholdersOf(key).map((name) => {
          const word = t(`templates.placeholder.${name}`);
          const isThere = body.includes(written(name));
          return (
            <Button
              key={name}
              size="small"
              shape="circular"
              className={isThere ? 'wk-text-there' : ''}
              aria-label={t('templates.insertIn', { name: word, language: languageName })}
              {...(isThere ? { title: t('templates.here', { name: word }) } : {})}
              onClick={() => insert(name)}
            >
              {isThere ? '✓' : '+'} {word}
            </Button>
          );
        })}
      </div>
    </>
  );
}
