import type { TellingPart } from '../../../preload/contract/explain-tellings.ts';
import { SaidLine } from './said-line.tsx';
import { Step } from './step.tsx';
import { tellingName, tellingText } from './telling-texts.ts';
import type { Words } from './words.ts';

/** Every warning and reminder of the cycle: sent, to come, or why not. */
export function TellingsStep({ tellings, words }: { tellings: readonly TellingPart[]; words: Words }) {
  const { t, at } = words;
  return (
    <Step value="tellings" title={t('explain.tellings.title')}>
      {tellings.length === 0 ? <p>{t('explain.tellings.none')}</p> : null}
      <ul className="wk-explain-lines">
        {tellings.map((part) => (
          <SaidLine
            key={`${part.kind} ${part.target} ${part.nth ?? ''}`}
            name={tellingName(part, words)}
            said={tellingText(part.at, part.standing, words)}
            {...(part.at === null ? {} : { at: `${at(part.at)}.` })}
          >
            {part.moved === null ? null : <span>{t(`explain.tellings.moved.${part.moved}`)}</span>}
          </SaidLine>
        ))}
      </ul>
    </Step>
  );
}
