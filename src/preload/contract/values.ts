import { z } from 'zod';

/** Instant: epoch ms, UTC. The bounds keep every instant inside years 1900–2200, where the log's clock is exact. */
export const instant = z.number().int().min(-2_208_988_800_000).max(7_258_118_400_000);
export const id = z.uuid();

export const profiles = ['municipal', 'hospital'] as const;
export const ticketKinds = ['complaint', 'inquiry', 'observation', 'action_plan', 'service_request'] as const;
export const severities = ['low', 'medium', 'high', 'critical'] as const;
export const priorities = severities;
export const statuses = ['open', 'in_progress', 'pending', 'escalated', 'resolved', 'closed'] as const;
/** Statuses that a person may choose; `escalated` is set by escalation alone. */
export const chosenStatuses = ['open', 'in_progress', 'pending', 'resolved', 'closed'] as const;
export const dispositions = ['duplicate', 'transferred'] as const;
export const targets = ['response', 'next_response', 'resolution'] as const;
export const roles = [
  'agent',
  'supervisor',
  'department_manager',
  'hospital_admin',
  'px_admin',
  'ceo',
  'administrator',
  'auditor',
] as const;
export const languages = ['en', 'zu', 'af', 'ar'] as const;
/** Languages that the desk's own texts exist in today. */
export const deskLanguages = ['en', 'ar'] as const;
/** Ways out of the desk to a person; the inbox and the desktop are ways inside. */
export const channels = ['whatsapp', 'sms', 'email'] as const;
export const themes = ['system', 'light', 'dark'] as const;
export const sampleSizes = ['none', 'small', 'medium', 'large'] as const;

export type Instant = number;
export type Profile = (typeof profiles)[number];
export type TicketKind = (typeof ticketKinds)[number];
export type Severity = (typeof severities)[number];
export type Priority = (typeof priorities)[number];
export type Status = (typeof statuses)[number];
export type ChosenStatus = (typeof chosenStatuses)[number];
export type Disposition = (typeof dispositions)[number];
export type Target = (typeof targets)[number];
export type Role = (typeof roles)[number];
export type Language = (typeof languages)[number];
export type DeskLanguage = (typeof deskLanguages)[number];
export type Channel = (typeof channels)[number];
export type Theme = (typeof themes)[number];
export type SampleSize = (typeof sampleSizes)[number];
