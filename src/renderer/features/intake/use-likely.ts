import { useEffect, useState } from 'react';
import type { LikelyDuplicate, LikelyDuplicatesInput } from '../../../preload/contract/intake.ts';
import { useServices } from '../../client/services.tsx';
import { fieldsOf } from '../../ui/ticket-form.ts';
import type { Intake } from './intake-draft.ts';

/** Typing that rests this long is compared with what is open. */
const restMs = 400;
/** Fewer letters and digits than this tell of nothing. */
const fewest = 4;

/** @returns what there is to compare; null for nothing, and for a sensitive call, of which nothing is compared */
function toldOf(intake: Intake, organizationId: string | undefined): LikelyDuplicatesInput | null {
  const { subject, category, phone, address, sensitive } = intake;
  if (organizationId === undefined || sensitive) return null;
  if ([subject, category, phone, address].every((text) => text.trim().length < fewest)) return null;
  const read = fieldsOf({ ...intake, subject: 'any' });
  const { latitude, longitude } = read.ok ? read.fields.place : { latitude: null, longitude: null };
  return { organizationId, subject, category, phone, address, latitude, longitude };
}

/** Open tickets that are likely about the same, as the call is written down. */
export function useLikely(intake: Intake, organizationId: string | undefined): readonly LikelyDuplicate[] {
  const { client, timers } = useServices();
  const [found, setFound] = useState<readonly LikelyDuplicate[]>([]);
  const told = toldOf(intake, organizationId);
  const asked = told === null ? '' : JSON.stringify(told);

  useEffect(() => {
    if (asked === '') {
      setFound([]);
      return;
    }
    let current = true;
    const handle = timers.set(() => {
      void client
        .request('ticket.likely', JSON.parse(asked) as LikelyDuplicatesInput)
        .then((answer) => current && setFound(answer.ok ? answer.value : []));
    }, restMs);
    return () => {
      current = false;
      timers.clear(handle);
    };
  }, [client, timers, asked]);

  // In the very frame in which the call becomes sensitive nothing of it is shown any more.
  return told === null ? [] : found;
}
