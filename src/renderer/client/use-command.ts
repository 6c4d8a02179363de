import { useEffect, useRef } from 'react';
import type { CommandName } from './key-table.ts';
import { useServices } from './services.tsx';

/** While the component stands, `name` runs `run`; null leaves the command to whoever else has it. */
export function useCommand(name: CommandName, run: (() => void) | null): void {
  const { commands } = useServices();
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const active = run !== null;
  useEffect(() => (active ? commands.register(name, () => latest.current?.()) : undefined), [commands, name, active]);
}
