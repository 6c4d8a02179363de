import type { Channel } from '../../../preload/contract/values.ts';
import type { ChannelConfig, ReaderSettings, TemplateVersion } from './messaging.ts';

export type MessagingEntity =
  | { kind: 'template_published'; value: TemplateVersion }
  | { kind: 'channel_saved'; value: ChannelConfig }
  | { kind: 'reader_settings_saved'; value: ReaderSettings };

/** How messages go, as the log gives it: the newest of each counts. */
export class MessagingSnapshot {
  readonly #templates = new Map<string, TemplateVersion>();
  readonly #channels = new Map<string, ChannelConfig>();
  readonly #readers = new Map<string, ReaderSettings>();
  /** By organization; made once per change, since every message reads it. */
  readonly #lists = new Map<string, TemplateVersion[]>();

  apply(entity: MessagingEntity): void {
    switch (entity.kind) {
      case 'template_published':
        this.#templates.set(entity.value.templateId, entity.value);
        this.#lists.clear();
        return;
      case 'channel_saved':
        this.#channels.set(`${entity.value.organizationId} ${entity.value.settings.channel}`, entity.value);
        return;
      case 'reader_settings_saved':
        this.#readers.set(entity.value.id, entity.value);
    }
  }

  copyInto(copy: MessagingSnapshot): void {
    for (const value of this.#templates.values()) copy.apply({ kind: 'template_published', value });
    for (const value of this.#channels.values()) copy.apply({ kind: 'channel_saved', value });
    for (const value of this.#readers.values()) copy.apply({ kind: 'reader_settings_saved', value });
  }

  currentTemplates(organizationId: string): readonly TemplateVersion[] {
    const known = this.#lists.get(organizationId);
    if (known !== undefined) return known;
    const list = [...this.#templates.values()].filter((one) => one.organizationId === organizationId);
    this.#lists.set(organizationId, list);
    return list;
  }

  channel(organizationId: string, channel: Channel): ChannelConfig | undefined {
    return this.#channels.get(`${organizationId} ${channel}`);
  }

  readerSettings(userId: string): ReaderSettings | undefined {
    return this.#readers.get(userId);
  }
}
