import { customType } from 'drizzle-orm/pg-core';

/** Text compared byte by byte whatever the database's locale: keyset pages and exact matching depend on it. */
export const exactText = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
});

export const doubles = customType<{ data: (number | null)[] }>({ dataType: () => 'double precision[]' });

/** Any number of day ranges, joined where they touch: PostgreSQL's `datemultirange`, in its own text form. */
export const dayRanges = customType<{ data: string }>({ dataType: () => 'datemultirange' });

/** What a statement written by hand gives back of a jsonb column: depending on the client that asks, it comes as text. */
export const fromJson = <T>(value: T): T => (typeof value === 'string' ? (JSON.parse(value) as T) : value);
