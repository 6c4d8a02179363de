import { Input } from '@fluentui/react-components';
import { useText } from '../../../client/use-text.ts';
import { textDirection } from '../../../i18n/format.ts';
import { linesOf } from '../describe/describe-change.ts';
import { useAdmin, useThing, useThings } from '../frame/admin-context.tsx';
import { DraftField } from '../frame/draft-field.tsx';
import { EditorHead } from '../frame/editor-head.tsx';
import { Gone } from '../frame/gone.tsx';
import { Part } from '../frame/part.tsx';
import type { ValueOf } from '../frame/things.ts';
import { Versions } from '../frame/versions.tsx';
import { ZonePicker } from '../frame/zone-picker.tsx';
import { BreaksPart } from './breaks-part.tsx';
import { ClockChangesPart } from './clock-changes-part.tsx';
import { HolidaysPart } from './holidays-part.tsx';
import { OverridesPart } from './overrides-part.tsx';
import { TouchedNote } from './touched-note.tsx';
import { WeekPart } from './week-part.tsx';
import type { CalendarPartProps } from './part-props.ts';

type Calendar = ValueOf<'calendar'>;

/** One calendar: its week, its holidays, what is different on some dates, and when its clocks change. */
export function CalendarEditor({ calendarId }: { calendarId: string }) {
  const t = useText();
  const { drafts } = useAdmin();
  const view = useThing('calendar', calendarId);
  const users = useThings('policy').filter(({ value }) => value.active && value.calendarId === calendarId);
  if (view === null) return <Gone />;
  const { value, basedOn } = view;
  const onChange = (part: Partial<Calendar>) =>
    drafts.change({ kind: 'calendar', basedOn, value: { ...value, ...part } });
  const props: CalendarPartProps = {
    calendar: value,
    thing: { kind: 'calendar', id: calendarId },
    onChange,
    onHours: (part) => onChange({ hours: { ...value.hours, ...part } }),
  };
  const { thing } = props;

  return (
    <>
      <EditorHead
        thing={thing}
        name={value.name}
        active={value.active}
        state={view.state}
        onUse={(active) => onChange({ active })}
      />
      <div className="wk-admin-body">
        <Part title={t('calendars.basics')}>
          <div className="wk-admin-fields">
            <DraftField thing={thing} path="name" label={t('describe.name')} required>
              <Input
                size="small"
                value={value.name}
                dir={textDirection(value.name)}
                maxLength={120}
                onChange={(_, data) => onChange({ name: data.value })}
              />
            </DraftField>
            <DraftField thing={thing} path="hours.timezone" label={t('calendars.timezone')}>
              <ZonePicker value={value.hours.timezone} onChange={(timezone) => props.onHours({ timezone })} />
            </DraftField>
          </div>
          <p className="wk-plain wk-faint">
            {users.length === 0
              ? t('calendars.usedByNobody')
              : t('calendars.usedBy', {
                  policies: users.map(({ value: { name } }) => `\u2068${name}\u2069`).join(t('admin.comma')),
                })}
          </p>
          <TouchedNote thing={thing} />
        </Part>
        <WeekPart {...props} />
        <HolidaysPart {...props} />
        <OverridesPart {...props} />
        <BreaksPart {...props} />
        <ClockChangesPart timezone={value.hours.timezone} />
        <Versions
          label={t('admin.versions.title')}
          versions={view.versions}
          linesBetween={(before, after, words) => linesOf('calendar', before, after, words)}
          onTake={(version) => drafts.change({ kind: 'calendar', basedOn, value: version })}
        />
      </div>
    </>
  );
}
