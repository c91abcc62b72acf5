/** Where a secret belongs. It is bound into the ciphertext, so a sealed value moved elsewhere does not open. */
export type SecretPlace = { readonly workspaceId: number; readonly integration: string; readonly field: string };

/** The port: envelope encryption, a fresh data key for each secret. */
export type Secrets = {
  /** Seals under the key that is current at this very moment; throws when the keys cannot be looked at. */
  readonly seal: (plaintext: string, place: SecretPlace) => Buffer;
  /** Throws `SecretError` when the value was altered, moved, or sealed under a key that is not here. */
  readonly open: (sealed: Uint8Array, place: SecretPlace) => string;
};

/** A master key: 256 bits, and the name under which sealed values refer to it. */
export type MasterKey = { readonly id: string; readonly key: Uint8Array };

/** Master keys at one moment: `current` seals; every one opens, so an old one stays until its last secret was sealed anew. */
export type MasterKeys = { readonly keys: readonly MasterKey[]; readonly current: string };

export type SecretErrorReason = 'malformed' | 'unknown-key' | 'not-genuine';

/** Never holds the secret, a key or any part of the sealed bytes. */
export class SecretError extends Error {
  override readonly name = 'SecretError';
  readonly reason: SecretErrorReason;
  constructor(reason: SecretErrorReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
