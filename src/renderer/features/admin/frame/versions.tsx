import { Button } from '@fluentui/react-components';
import type { ConfigKind } from '../../../../preload/contract/config-values.ts';
import { useText } from '../../../client/use-text.ts';
import { formatInstant, isolated } from '../../../i18n/format.ts';
import type { Line } from '../describe/line.ts';
import { Lines } from '../describe/lines.tsx';
import { useWords, type Words } from '../describe/words.ts';
import { Part } from './part.tsx';
import type { Version } from './published.ts';
import type { ValueOf } from './things.ts';
import { usePersonName } from './use-person-name.ts';

type Props<K extends ConfigKind> = {
  label: string;
  versions: readonly Version<K>[];
  linesBetween: (before: ValueOf<K>, after: ValueOf<K>, words: Words) => Line[];
  /** Takes an earlier version into the draft. */
  onTake: (value: ValueOf<K>) => void;
};

/** Every version, the newest first: who published it when, and what it changed. */
export function Versions<K extends ConfigKind>({ label, versions, linesBetween, onTake }: Props<K>) {
  const t = useText();
  const words = useWords();
  const personOf = usePersonName();
  if (versions.length === 0) return null;
  return (
    <Part title={label}>
      <ol className="wk-versions">
        {versions.map((version, index) => {
          const older = versions[index + 1] ?? null;
          const at = formatInstant(version.savedAt);
          return (
            <li key={version.revision}>
              <div className="wk-version-head">
                <strong>
                  <time>{at}</time>
                </strong>
                <bdi>{personOf(version.savedById)}</bdi>
                {index === 0 ? <span className="wk-faint">{t('admin.versions.current')}</span> : null}
                {index === 0 ? null : (
                  <Button
                    size="small"
                    appearance="subtle"
                    aria-label={t('admin.versions.takeAt', { at: isolated(at) })}
                    onClick={() => onTake(version.value)}
                  >
                    {t('admin.versions.take')}
                  </Button>
                )}
              </div>
              {older === null ? (
                <p className="wk-plain wk-faint">{t('admin.versions.first')}</p>
              ) : (
                <Lines lines={linesBetween(older.value, version.value, words)} />
              )}
            </li>
          );
        })}
      </ol>
    </Part>
  );
}
