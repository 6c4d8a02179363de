/** The machine fell asleep, woke, or was locked. */
export type PowerEvents = {
  onSuspend(listener: () => void): void;
  onResume(listener: () => void): void;
  onLock(listener: () => void): void;
};
