import { useMemo } from 'react';
import type { Binding, CommandName } from './key-table.ts';
import { bindingsWith } from './own-keys.ts';
import { useDesk } from './services.tsx';

/** The keys as they are on this desk. */
export function useBindings(): readonly Binding[] {
  const own = useDesk(({ info }) => info.keys);
  return useMemo(() => bindingsWith(own), [own]);
}

export function useBinding(name: CommandName): Binding | undefined {
  return useBindings().find((binding) => binding.command === name);
}

/** @returns the single key of a command for `aria-keyshortcuts`; nothing while single keys are switched off */
export function useShortcut(name: CommandName): { 'aria-keyshortcuts'?: string } {
  const isOn = useDesk(({ info }) => info.singleKeys);
  const key = useBinding(name)?.keys[0];
  return isOn && key !== undefined ? { 'aria-keyshortcuts': key } : {};
}
