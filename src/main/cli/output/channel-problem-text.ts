import type { ChannelProblem } from '../../../preload/contract/messages.ts';

const words: Readonly<Record<ChannelProblem['code'], string>> = {
  EMPTY: 'it is needed',
  HOST: 'it is no name of a server; write it as mail.example.org',
  MAIL_ADDRESS: 'it is no mail address',
  NAME_LINES: 'a name is one line',
  URL: 'only the token addresses of Microsoft and Google can be used',
  PEM: 'there is no certificate in it, or one cannot be read',
  ACCOUNT_SID: 'an account SID is AC and 32 digits or letters from a to f',
  KEY_SID: 'the SID of an API key is SK and 32 digits or letters from a to f',
  SENDER: 'it is no number with its country, such as +27110000000, and no messaging service',
  CONTENT_SID: 'a content SID is HX and 32 digits or letters from a to f',
  CONTENT_TWICE: 'there is another template for the same message and language',
  SECRET_AGAIN: 'it was given for another server or account; name its file with --secret again',
};

/** All that is wrong with a channel's settings, a line each after the first. */
export function channelProblemText(problems: readonly ChannelProblem[]): string {
  return problems.map(({ path, code }) => `${path}: ${words[code]}`).join('\n');
}
