import { Button, Field, Select } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { RouteOutput } from '../../../../preload/contract/routes.ts';
import { languageOf } from '../../../client/desk-store.ts';
import { useDesk, useServices } from '../../../client/services.tsx';
import { useText } from '../../../client/use-text.ts';

/** Last year and the ten to come: further ahead, governments declare other days than the lists know. */
const yearsOffered = 12;

type Places = RouteOutput<'config.holidayPlaces'>['places'];
type List = RouteOutput<'config.holidays'>['holidays'];

/** Countries, or the parts of one that have holidays of their own. */
function usePlaces(country: string | null): Places {
  const { client } = useServices();
  const language = useDesk(({ info }) => languageOf(info));
  const [places, setPlaces] = useState<Places>([]);
  useEffect(() => {
    let current = true;
    setPlaces([]);
    if (country !== '')
      void client
        .request('config.holidayPlaces', { country, language })
        .then((answer) => current && answer.ok && setPlaces(answer.value.places));
    return () => {
      current = false;
    };
  }, [client, country, language]);
  return places;
}

/** @param onTake  @returns how many of them were not there yet */
type Props = { country: string | null; onTake: (list: List, country: string) => number };

/** Fills a calendar with the holidays of a country for some years. */
export function TakeOver({ country: saved, onTake }: Props) {
  const t = useText();
  const { client, clock, messages } = useServices();
  const language = useDesk(({ info }) => languageOf(info));
  const thisYear = new Date(clock.nowAt()).getFullYear();
  const [country, setCountry] = useState(saved ?? '');
  const [region, setRegion] = useState('');
  const [fromYear, setFromYear] = useState(thisYear);
  const [untilYear, setUntilYear] = useState(thisYear + 1);
  const [added, setAdded] = useState<number | null>(null);
  const countries = usePlaces(null);
  const regions = usePlaces(country);
  const years = Array.from({ length: yearsOffered }, (_, n) => thisYear - 1 + n);

  async function take(): Promise<void> {
    const answer = await client.request('config.holidays', {
      country,
      region: region === '' ? null : region,
      fromYear,
      untilYear: Math.max(fromYear, untilYear),
      language,
    });
    if (answer.ok) setAdded(onTake(answer.value.holidays, country));
    else messages.failed(answer);
  }

  return (
    <div className="wk-take-over">
      <Field label={t('calendars.country')} size="small">
        <Select
          size="small"
          value={country}
          onChange={(_, data) => {
            setCountry(data.value);
            setRegion('');
            setAdded(null);
          }}
        >
          <option value="">{t('calendars.chooseCountry')}</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {regions.length === 0 ? null : (
        <Field label={t('calendars.region')} size="small">
          <Select size="small" value={region} onChange={(_, data) => setRegion(data.value)}>
            <option value="">{t('calendars.wholeCountry')}</option>
            {regions.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={t('calendars.fromYear')} size="small">
        <Select size="small" value={String(fromYear)} onChange={(_, data) => setFromYear(Number(data.value))}>
          {years.map((year) => (
            <option key={year}>{year}</option>
          ))}
        </Select>
      </Field>
      <Field label={t('calendars.untilYear')} size="small">
        <Select
          size="small"
          value={String(Math.max(fromYear, untilYear))}
          onChange={(_, data) => setUntilYear(Number(data.value))}
        >
          {years
            .filter((year) => year >= fromYear)
            .map((year) => (
              <option key={year}>{year}</option>
            ))}
        </Select>
      </Field>
      <Button size="small" disabled={country === ''} onClick={() => void take()}>
        {t('calendars.takeOver')}
      </Button>
      <span role="status" className="wk-faint">
        {added === null ? '' : t('calendars.added', { count: added })}
      </span>
    </div>
  );
}
