/** Where a secret belongs. It is bound into the ciphertext, so a sealed value moved elsewhere does not open. */
export type SecretPlace = { readonly workspaceId: number; readonly integration: string; readonly field: string };

/** The port: envelope encryption, a fresh data key for each secret. */
export type Secrets = {
  readonly seal: (plaintext: string, place: SecretPlace) => Buffer;
  /** Throws when the value was altered, moved, or sealed under another key. */
  readonly open: (sealed: Uint8Array, place: SecretPlace) => string;
};

/** A master key: 256 bits, and the name under which sealed values refer to it. */
export type MasterKey = { readonly id: string; readonly key: Uint8Array };
