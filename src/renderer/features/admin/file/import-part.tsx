import { Button } from '@fluentui/react-components';
import { useRef, useState, type DragEvent } from 'react';
import type { ConfigImported } from '../../../../preload/contract/config-files.ts';
import type { Failure } from '../../../../preload/contract/result.ts';
import { useServices } from '../../../client/services.tsx';
import { useText } from '../../../client/use-text.ts';
import { isolated } from '../../../i18n/format.ts';
import { Part } from '../frame/part.tsx';
import { ImportResult } from './import-result.tsx';
import './file.css';

/** Characters; a longer file is for the command line, as the bridge's own measure is. */
const mostCharacters = 200_000;

type Read = { name: string; text: string; told: ConfigImported };

/** A file is chosen or dropped, and what it would change is shown before anything is. */
export function ImportPart() {
  const t = useText();
  const { client } = useServices();
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [read, setRead] = useState<Read | null>(null);
  const [failure, setFailure] = useState<Failure | 'too_long' | null>(null);

  async function look(file: File): Promise<void> {
    setRead(null);
    setFailure(null);
    const text = await file.text();
    if (text.length > mostCharacters) {
      setFailure('too_long');
      return;
    }
    const answer = await client.request('config.import', { text, publish: false });
    if (answer.ok) setRead({ name: file.name, text, told: answer.value });
    else setFailure(answer);
  }
  function drop(event: DragEvent): void {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) void look(file);
  }

  return (
    <Part title={t('file.import')} hint={t('file.importHint')}>
      <div
        className={isOver ? 'wk-drop wk-drop-over' : 'wk-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <Button size="small" onClick={() => chooser.current?.click()}>
          {t('file.choose')}
        </Button>
        <span className="wk-faint">{t('file.drop')}</span>
        <input
          ref={chooser}
          type="file"
          accept=".json,application/json"
          className="wk-unseen"
          tabIndex={-1}
          aria-label={t('file.choose')}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            // The same file again is a new look at it.
            event.target.value = '';
            if (file !== undefined) void look(file);
          }}
        />
      </div>
      <p role="alert" className="wk-field-error">
        {failure === 'too_long' ? t('file.tooLong') : failure === null ? '' : t(`errors.${failure.code}`)}
      </p>
      {read === null ? null : (
        <>
          <h3 className="wk-admin-sub">{t('file.of', { name: isolated(read.name) })}</h3>
          <ImportResult
            key={read.told.digest}
            text={read.text}
            told={read.told}
            onTold={(told) => setRead({ ...read, told })}
          />
        </>
      )}
    </Part>
  );
}
