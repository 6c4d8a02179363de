import { Select, Tab, TabList } from '@fluentui/react-components';
import { useNames } from '../client/services.tsx';
import { useText } from '../client/use-text.ts';
import './list-bar.css';
import { oneOf } from './value-lists.ts';

/** A view of a list: its count as it is shown, empty until it is known, and how much it presses. */
export type ListView<V extends string> = { view: V; label: string; count: string; tone: 'plain' | 'soon' | 'late' };

type ViewsProps<V extends string> = {
  label: string;
  views: readonly ListView<V>[];
  selected: V;
  onSelect: (view: V) => void;
};

/** Which part of a list is looked at, and how many there are in each. */
export function ViewTabs<V extends string>({ label, views, selected, onSelect }: ViewsProps<V>) {
  const names = views.map(({ view }) => view);
  return (
    <TabList
      size="small"
      className="wk-list-views"
      aria-label={label}
      selectedValue={selected}
      onTabSelect={(_, data) => onSelect(oneOf(names, String(data.value), selected))}
    >
      {views.map(({ view, label: name, count, tone }) => (
        <Tab key={view} value={view}>
          <span className="wk-view">
            {name} <bdi className={`wk-view-count wk-view-${tone}`}>{count}</bdi>
          </span>
        </Tab>
      ))}
    </TabList>
  );
}

type OrganizationProps = { selected: string | null; onSelect: (organizationId: string | null) => void };

/** One organization or all; nothing where there is only one. */
export function OrganizationChoice({ selected, onSelect }: OrganizationProps) {
  const t = useText();
  const { organizations } = useNames();
  if (organizations.size <= 1) return null;
  return (
    <Select
      size="small"
      aria-label={t('field.organization')}
      value={selected ?? ''}
      onChange={(_, data) => onSelect(data.value === '' ? null : data.value)}
    >
      <option value="">{t('queue.allOrganizations')}</option>
      {[...organizations.values()].map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
