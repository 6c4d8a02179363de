import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConfigChange } from '../../preload/contract/configuration.ts';
import type { CommandRegistry } from './command-registry.ts';
import type { Kept, KeptKey } from './kept.ts';

/** What is to be tried on past tickets: handed over by the screen on which it is written, empty until one did. */
export type WhatIfDraft = StoreApi<{ changes: readonly ConfigChange[] }>;

const key: KeptKey<WhatIfDraft> = {};

export function whatIfDraftOf(kept: Kept): WhatIfDraft {
  return kept.of(key, () => createStore(() => ({ changes: [] })));
}

/** Opens the what-if with this draft. */
export function tryDraft(kept: Kept, commands: CommandRegistry, changes: readonly ConfigChange[]): void {
  whatIfDraftOf(kept).setState({ changes });
  commands.run('go_whatif');
}
