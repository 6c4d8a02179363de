import type { CommandName } from './key-table.ts';

export type CommandRegistry = {
  /** The newest handler of a name wins: a dialog over a screen takes its keys until it closes. */
  register(name: CommandName, run: () => void): () => void;
  /** @returns false when nothing on screen answers to it */
  run(name: CommandName): boolean;
  available(): ReadonlySet<CommandName>;
};

export function createCommandRegistry(): CommandRegistry {
  const handlers = new Map<CommandName, (() => void)[]>();
  return {
    register(name, run) {
      const entry = () => run();
      handlers.set(name, [...(handlers.get(name) ?? []), entry]);
      return () => {
        const rest = (handlers.get(name) ?? []).filter((handler) => handler !== entry);
        if (rest.length === 0) handlers.delete(name);
        else handlers.set(name, rest);
      };
    },
    run(name) {
      const handler = handlers.get(name)?.at(-1);
      handler?.();
      return handler !== undefined;
    },
    available: () => new Set(handlers.keys()),
  };
}
