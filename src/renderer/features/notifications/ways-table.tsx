import { Checkbox } from '@fluentui/react-components';
import { useText } from '../../client/use-text.ts';
import { kindText } from '../../ui/messages/message-words.ts';
import { canGo, newsList, wayList, type News, type ReaderForm, type Way } from './reader-form.ts';

type Props = { ways: ReaderForm['ways']; onChange: (ways: ReaderForm['ways']) => void };

/** Which news comes which way: a row a kind, a column a way. */
export function WaysTable({ ways, onChange }: Props) {
  const t = useText();
  function set(news: News, way: Way, isOn: boolean): void {
    const others = ways[news].filter((one) => one !== way);
    onChange({ ...ways, [news]: isOn ? [...others, way] : others });
  }
  return (
    <table className="wk-ways">
      <caption className="wk-unseen">{t('message.settings.ways')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('message.settings.news')}</th>
          {wayList.map((way) => (
            <th key={way} scope="col">
              {t(`channel.${way}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {newsList.map((news) => (
          <tr key={news}>
            <th scope="row">{kindText(t, news)}</th>
            {wayList.map((way) => (
              <td key={way}>
                {canGo(news, way) ? (
                  <Checkbox
                    checked={ways[news].includes(way)}
                    aria-label={t('message.settings.wayOf', { news: kindText(t, news), way: t(`channel.${way}`) })}
                    onChange={(_, data) => set(news, way, data.checked === true)}
                  />
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
