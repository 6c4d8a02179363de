/** What is known of a message's sender; taken from Electron's event, never from the message. */
export type Sender = {
  /** The top frame of its page, not one inside it. */
  mainFrame: boolean;
  /** The page belongs to the desk's own window. */
  ownWindow: boolean;
  /** Address of the frame at the time of the message; null when the frame is gone. */
  url: string | null;
};

/**
 * Whether a message came from the desk's own page. All three, since each alone has been got round somewhere: a frame
 * inside the page, another window of the process, a page that navigated between the message and its reading.
 * @param origin  e.g. `app://desk`
 */
export function isOwnSender(sender: Sender, origin: string): boolean {
  return sender.mainFrame && sender.ownWindow && sender.url !== null && sender.url.startsWith(`${origin}/`);
}
