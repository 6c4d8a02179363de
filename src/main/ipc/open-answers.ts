import type { DeskInfo, DeskTime } from '../../preload/contract/people.ts';
import { success, type Result } from '../../preload/contract/result.ts';
import type { RouteParsed } from '../../preload/contract/routes.ts';
import { deskTimeOf } from './desk-time.ts';
import type { OpenAnswers } from './handle-request.ts';
import type { DeskParts } from './open-desk-store.ts';
import type { Session } from './session.ts';

/** What the machine knows of itself, and how it shows the desk: the shell's part. */
export type DeskFace = {
  info(): Omit<DeskInfo, keyof DeskTime | 'state'>;
  setPreferences(change: RouteParsed<'preferences.set'>): void;
  /** Asks where, and writes a text there. @returns the file's name, null where none was chosen */
  saveFile(name: string, text: string): Promise<Result<{ fileName: string | null }>>;
};

/** How the desk stands as a whole: what the window starts from. */
export function deskInfoOf(session: Session, face: DeskFace, clock: DeskParts['clock']): DeskInfo {
  return { ...face.info(), ...deskTimeOf(clock), state: session.state() };
}

/**
 * What may be asked before anybody has signed in.
 * @param ahead  somebody is about to: what they will ask then is loaded meanwhile
 */
export function createOpenAnswers(
  session: Session,
  face: DeskFace,
  { clock }: Pick<DeskParts, 'clock'>,
  ahead: () => void,
): OpenAnswers {
  return {
    'desk.info': async () => {
      await session.start();
      return success(deskInfoOf(session, face, clock));
    },
    'desk.setUp': (input) => session.setUp(input),
    'session.prepare': async () => {
      session.prepare();
      ahead();
      return success({});
    },
    'session.signIn': ({ userName, password }) => session.signIn(userName, password),
    'preferences.set': async (change) => {
      face.setPreferences(change);
      const spoken = change.language === undefined ? success({}) : await session.speak(change.language);
      return spoken.ok ? success(deskInfoOf(session, face, clock)) : spoken;
    },
  };
}
