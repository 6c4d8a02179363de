import { Button, Link } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useText } from '../../../client/use-text.ts';
import { isolated } from '../../../i18n/format.ts';
import { AdminTable } from '../frame/admin-table.tsx';
import { durationText } from '../frame/duration-text.ts';
import { useAdmin, useThing, useThings } from '../frame/admin-context.tsx';
import { freeName } from '../frame/free-name.ts';
import { PageHead } from '../frame/page-head.tsx';
import { Part } from '../frame/part.tsx';
import { openThing } from '../frame/place-store.ts';
import { StateMark } from '../frame/state-mark.tsx';
import type { ValueOf } from '../frame/things.ts';
import { newCalendar } from './new-calendar.ts';
import { spanOf } from './wall-time.ts';

/** Seconds of a usual week; what cannot be read counts nothing. */
function weekSeconds({ hours }: ValueOf<'calendar'>): number {
  const spans = Object.values(hours.hours).flatMap((intervals) => intervals.map(spanOf));
  return spans.reduce((sum, span) => sum + (span === null ? 0 : (span.until - span.from) * 60), 0);
}

/** All calendars of the organization. */
export function CalendarsList() {
  const t = useText();
  const { drafts, places, organizationId } = useAdmin();
  const calendars = useThings('calendar');
  const policies = useThings('policy').filter(({ value }) => value.active);
  const organization = useThing('organization', organizationId);

  function add(): void {
    const names = calendars.map(({ value }) => value.name);
    const name = freeName(t('calendars.newName'), names);
    const value = newCalendar({ organizationId, name, timezone: organization?.value.timezone ?? 'UTC' });
    drafts.change({ kind: 'calendar', basedOn: null, value });
    openThing(places, value.calendarId);
  }
  const rows = calendars.toSorted(
    (a, b) => Number(b.value.active) - Number(a.value.active) || a.value.name.localeCompare(b.value.name),
  );
  return (
    <>
      <PageHead title={t('admin.page.calendars')}>
        <Button size="small" icon={<AddRegular />} onClick={add}>
          {t('calendars.add')}
        </Button>
      </PageHead>
      <div className="wk-admin-body">
        <Part title={t('calendars.list')} hint={t('calendars.listHint')}>
          {rows.length === 0 ? (
            <p className="wk-plain">{t('calendars.empty')}</p>
          ) : (
            <AdminTable
              heads={[
                t('describe.name'),
                t('calendars.timezone'),
                t('calendars.perWeek'),
                t('calendars.holidays'),
                t('calendars.users'),
                t('field.status'),
              ]}
            >
              {rows.map(({ id, value, state }) => (
                <tr key={id} className={value.active ? '' : 'wk-admin-retired'}>
                  <th scope="row">
                    <Link as="button" dir="auto" onClick={() => openThing(places, id)}>
                      {value.name}
                    </Link>
                  </th>
                  <td>
                    <bdi dir="ltr">{value.hours.timezone}</bdi>
                  </td>
                  <td>{isolated(durationText(t, weekSeconds(value)))}</td>
                  <td>{value.hours.holidays.length}</td>
                  <td>{policies.filter((policy) => policy.value.calendarId === id).length}</td>
                  <td>
                    <StateMark active={value.active} state={state} />
                  </td>
                </tr>
              ))}
            </AdminTable>
          )}
        </Part>
      </div>
    </>
  );
}
