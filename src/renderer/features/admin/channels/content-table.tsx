import { Button, Select } from '@fluentui/react-components';
import { Fragment, use, useState } from 'react';
import { approvalKinds, type TwilioSettings } from '../../../../preload/contract/messages.ts';
import { useText } from '../../../client/use-text.ts';
import { isolated } from '../../../i18n/format.ts';
import { languageList, oneOf } from '../../../ui/value-lists.ts';
import { Part } from '../frame/part.tsx';
import { contactKeys, staffKeys } from '../templates/template-keys.ts';
import { cellOf, indexOfCell, withCell, type ContentCell, type ContentTemplate } from './content-cells.ts';
import { FormField, FormProblems, FormText } from './form-field.tsx';

type Props = { settings: TwilioSettings; onChange: (part: Partial<TwilioSettings>) => void };

/** The approved text of one message in one language. */
function CellFields({ settings, onChange, cell }: Props & { cell: ContentCell }) {
  const t = useText();
  const list = settings.contentTemplates;
  const index = indexOfCell(list, cell);
  const template = list[index];
  const set = (part: Partial<ContentTemplate>) => onChange({ contentTemplates: withCell(list, cell, part) });
  const names = { message: t(`messageText.key.${cell.key}`), language: t(`language.${cell.language}`) };
  return (
    <fieldset className="wk-content-cell">
      <legend>{t('channels.contentEdit', names)}</legend>
      <FormText
        path={`contentTemplates.${index}.contentSid`}
        label={t('channels.contentSid')}
        value={template?.contentSid ?? ''}
        maxLength={40}
        onChange={(contentSid) => set({ contentSid: contentSid.trim() })}
      />
      <FormField path={`contentTemplates.${index}`} label={t('channels.approval')} hint={t('channels.approvalHint')}>
        <Select
          size="small"
          disabled={template === undefined}
          value={template?.approval ?? 'unsubmitted'}
          onChange={(_, data) => set({ approval: oneOf(approvalKinds, data.value, 'unsubmitted') })}
        >
          {approvalKinds.map((one) => (
            <option key={one} value={one}>
              {t(`channels.approvalKind.${one}`)}
            </option>
          ))}
        </Select>
      </FormField>
    </fieldset>
  );
}

/** Which messages WhatsApp has an approved text for, by language; a cell is opened below its row. */
export function ContentTable(props: Props) {
  const t = useText();
  const list = props.settings.contentTemplates;
  const [open, setOpen] = useState<ContentCell | null>(null);
  const problems = use(FormProblems);
  const [answered, setAnswered] = useState(problems);
  if (answered !== problems) {
    // When main has answered, the first text that it refused is opened: what is typed afterwards opens nothing.
    setAnswered(problems);
    const wrong = problems.find(({ path }) => path.startsWith('contentTemplates.'))?.path.split('.')[1];
    const template = wrong === undefined ? undefined : list[Number(wrong)];
    if (template !== undefined) setOpen(cellOf(template));
  }
  const stateOf = (cell: ContentCell) => {
    const template = list[indexOfCell(list, cell)];
    return template === undefined ? t('channels.contentNone') : t(`channels.approvalKind.${template.approval}`);
  };
  return (
    <Part title={t('channels.content')} hint={t('channels.contentHint', { first: isolated('{{1}}') })}>
      <div className="wk-admin-scroll">
        <table className="wk-admin-table wk-content-table" aria-label={t('channels.contentTable')}>
          <thead>
            <tr>
              <th scope="col">{t('messageText.message')}</th>
              {languageList.map((language) => (
                <th key={language} scope="col">
                  {t(`language.${language}`)}
                </th>
              ))}
            </tr>
          </thead>
          {[
            { name: t('channels.toContacts'), keys: contactKeys },
            { name: t('channels.toStaff'), keys: staffKeys },
          ].map(({ name, keys }) => (
            <tbody key={name}>
              <tr>
                <th scope="rowgroup" colSpan={5} className="wk-content-group">
                  {name}
                </th>
              </tr>
              {keys.map((key) => (
                <Fragment key={key}>
                  <tr>
                    <th scope="row">{t(`messageText.key.${key}`)}</th>
                    {languageList.map((language) => {
                      const state = stateOf({ key, language });
                      const words = {
                        message: t(`messageText.key.${key}`),
                        language: t(`language.${language}`),
                        state,
                      };
                      const isOpen = open?.key === key && open.language === language;
                      return (
                        <td key={language}>
                          <Button
                            size="small"
                            appearance={isOpen ? 'outline' : 'subtle'}
                            aria-expanded={isOpen}
                            aria-label={t('channels.contentOf', words)}
                            onClick={() => setOpen(isOpen ? null : { key, language })}
                          >
                            {state}
                          </Button>
                        </td>
                      );
                    })}
                  </tr>
                  {open?.key === key ? (
                    <tr>
                      <td colSpan={5}>
                        <CellFields key={open.language} {...props} cell={open} />
                      </td>
                    </tr>
                  ) : null}
                </Fragment>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </Part>
  );
}
