/** The operating system's keychain. `available` false: nothing is kept there, and the person is asked. */
export type Secrets = {
  available(): Promise<boolean>;
  seal(plain: Uint8Array): Promise<Uint8Array>;
  open(sealed: Uint8Array): Promise<Uint8Array>;
};
