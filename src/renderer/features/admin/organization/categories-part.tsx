import { Button, Field, Input } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useId, useState, type KeyboardEvent } from 'react';
import { useText } from '../../../client/use-text.ts';
import { plainInput, textDirection } from '../../../i18n/format.ts';
import { useProblems } from '../frame/admin-context.tsx';
import { OwnProblems } from '../frame/own-problems.tsx';
import { Part } from '../frame/part.tsx';
import { placed } from '../frame/placed.ts';
import type { OrganizationPartProps } from './part-props.ts';

/** What intake offers, and what policies and rules may name. */
export function CategoriesPart({ organization, thing, onChange }: OrganizationPartProps) {
  const t = useText();
  const problemsId = useId();
  const [added, setAdded] = useState('');
  const wrong = new Set(useProblems(thing, 'categories').map(({ path }) => path));
  const { categories } = organization;
  const set = (next: readonly string[]) => onChange({ categories: next });

  function add(): void {
    const name = plainInput(added).trim();
    if (name === '') return;
    set([...categories, name]);
    setAdded('');
  }
  return (
    <Part title={t('organization.categories')} hint={t('organization.categoriesHint')}>
      <ul className="wk-categories" data-field="categories">
        {placed(categories).map(({ part: category, place: index, key }) => (
          <li key={key}>
            <Input
              size="small"
              value={category}
              dir={textDirection(category)}
              maxLength={120}
              aria-label={t('organization.category', { n: index + 1 })}
              aria-invalid={wrong.has(`categories.${index}`)}
              aria-describedby={problemsId}
              data-field={`categories.${index}`}
              onChange={(_, data) => set(categories.map((one, n) => (n === index ? data.value : one)))}
            />
            <Button
              size="small"
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={t('organization.removeCategory', { name: category })}
              onClick={() => set(categories.filter((_, n) => n !== index))}
            />
          </li>
        ))}
      </ul>
      <OwnProblems thing={thing} path="categories" within id={problemsId} />
      <div className="wk-take-over">
        <Field label={t('organization.newCategory')} size="small">
          <Input
            size="small"
            value={added}
            dir={textDirection(added)}
            maxLength={120}
            onChange={(_, data) => setAdded(data.value)}
            onKeyDown={(event: KeyboardEvent) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) add();
            }}
          />
        </Field>
        <Button size="small" icon={<AddRegular />} onClick={add}>
          {t('organization.addCategory')}
        </Button>
      </div>
    </Part>
  );
}
