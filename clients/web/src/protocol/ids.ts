const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
// 22 letters of 6 bits: as many as a random UUID has, and within the 8 to 40 that the hub takes.
const LENGTH = 22;

/** A command id. Made when a button is drawn, so a double tap is one command. */
export function newId(bytes: Uint8Array = crypto.getRandomValues(new Uint8Array(LENGTH))): string {
  let id = '';
  for (const byte of bytes) id += LETTERS[byte & 63];
  return id;
}
