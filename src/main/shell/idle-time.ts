import type { BrowserWindow, PowerMonitor } from 'electron';
import type { Clock } from '../ports/clock.ts';

/**
 * Ms since the person at the machine last touched anything. Some systems cannot tell (Wayland, remote sessions): there the
 * input that reached our own window counts.
 */
export function createIdleTime(
  powerMonitor: PowerMonitor,
  clock: Clock,
): { idleMs: () => number; watch: (window: BrowserWindow) => void } {
  let lastInputAt = clock.now();
  return {
    idleMs: () => Math.min(powerMonitor.getSystemIdleTime() * 1000, Math.max(0, clock.now() - lastInputAt)),
    watch(window) {
      window.webContents.on('input-event', () => {
        lastInputAt = clock.now();
      });
    },
  };
}
