/**
 * Longest request that the window may send, in UTF-16 units of its JSON text. The largest honest one, a draft of 30,000
 * characters written wholly in escapes, needs 180,000.
 */
export const MAX_REQUEST_CHARACTERS = 256 * 1024;
