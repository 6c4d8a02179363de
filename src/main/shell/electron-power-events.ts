import type { PowerMonitor } from 'electron';
import type { PowerEvents } from '../ports/power-events.ts';

export function electronPowerEvents(powerMonitor: PowerMonitor): PowerEvents {
  return {
    onSuspend: (listener) => void powerMonitor.on('suspend', listener),
    onResume: (listener) => void powerMonitor.on('resume', listener),
    // Linux never says it (Electron has no such signal there): the idle limit locks all the same.
    onLock: (listener) => void powerMonitor.on('lock-screen', listener),
  };
}
