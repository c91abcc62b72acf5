import type { AccountTotal } from './account-totals.ts';

/**
 * PostgreSQL's binary COPY format (https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format"): a header,
 * tuples as field count and length-prefixed fields in network order, and a trailer of -1.
 */
export type CopyWriter<Row extends readonly unknown[]> = {
  readonly write: (...row: Row) => void;
  readonly end: () => void;
};
/** Takes over the bytes: the writer does not touch them again. */
export type Emit = (bytes: Uint8Array) => void;

const SIGNATURE = [0x50, 0x47, 0x43, 0x4f, 0x50, 0x59, 0x0a, 0xff, 0x0d, 0x0a, 0x00];
const CHUNK_BYTES = 64 * 1_024;
/** 2000-01-01, the day PostgreSQL counts dates from. */
const POSTGRES_EPOCH_DAY = 10_957;
const FLOAT8_OID = 701;
const ROW_HEAD_BYTES = 2 + 3 * 8 + 4 + 20;
const ELEMENT_BYTES = 12;

/**
 * (ref int4, day date, ordinal int4, vals float8[]). `slots[i]` is the place of metric i in the array; places of no metric,
 * and NaN, are NULL.
 */
export function rowCopy(
  slots: readonly number[],
  slotCount: number,
  emit: Emit,
): CopyWriter<[number, number, number, Float64Array]> {
  const metricAt = metricsBySlot(slots, slotCount);
  const maxBytes = ROW_HEAD_BYTES + slotCount * ELEMENT_BYTES;
  const chunks = chunkedBytes(emit);
  return {
    write: (ref, epochDay, ordinal, values) => {
      const view = chunks.room(maxBytes);
      const { at } = chunks;
      view.setInt16(at, 4);
      view.setInt32(at + 2, 4);
      view.setInt32(at + 6, ref);
      view.setInt32(at + 10, 4);
      view.setInt32(at + 14, epochDay - POSTGRES_EPOCH_DAY);
      view.setInt32(at + 18, 4);
      view.setInt32(at + 22, ordinal);
      chunks.at = writeArray(view, at + 26, metricAt, values);
    },
    end: chunks.end,
  };
}

/** (ref int4, external_id text). */
export function accountCopy(emit: Emit): CopyWriter<[number, string]> {
  const chunks = chunkedBytes(emit);
  const encoder = new TextEncoder();
  return {
    write: (ref, externalId) => {
      const view = chunks.room(14 + externalId.length * 3);
      const { at, bytes } = chunks;
      view.setInt16(at, 2);
      view.setInt32(at + 2, 4);
      view.setInt32(at + 6, ref);
      const { written } = encoder.encodeInto(externalId, bytes.subarray(at + 14));
      view.setInt32(at + 10, written);
      chunks.at = at + 14 + written;
    },
    end: chunks.end,
  };
}

/**
 * (ref int4, first_day date, last_day date, day_count int4, totals float8[]), one for each account; `slots` as for rows.
 */
export function totalCopy(slots: readonly number[], slotCount: number, emit: Emit): CopyWriter<[AccountTotal]> {
  const metricAt = metricsBySlot(slots, slotCount);
  const maxBytes = ROW_HEAD_BYTES + 8 + slotCount * ELEMENT_BYTES;
  const chunks = chunkedBytes(emit);
  return {
    write: ({ ref, firstDay, lastDay, dayCount, values }) => {
      const view = chunks.room(maxBytes);
      const { at } = chunks;
      view.setInt16(at, 5);
      const fields = [ref, firstDay - POSTGRES_EPOCH_DAY, lastDay - POSTGRES_EPOCH_DAY, dayCount];
      fields.forEach((field, index) => {
        view.setInt32(at + 2 + 8 * index, 4);
        view.setInt32(at + 6 + 8 * index, field);
      });
      chunks.at = writeArray(view, at + 2 + 8 * fields.length, metricAt, values);
    },
    end: chunks.end,
  };
}

/** Which metric stands at each place of the array; -1 where none does. */
function metricsBySlot(slots: readonly number[], slotCount: number): Int32Array {
  const metricAt = new Int32Array(slotCount).fill(-1);
  for (const [metric, slot] of slots.entries()) {
    if (!(slot >= 0 && slot < slotCount) || metricAt[slot] !== -1)
      throw new RangeError(`slot ${slot} of ${slotCount} is taken or outside`);
    metricAt[slot] = metric;
  }
  return metricAt;
}

/** One float8[], with its length before it; gives the position behind it. NaN, and places of no metric, are NULL. */
function writeArray(view: DataView, array: number, metricAt: Int32Array, values: Float64Array): number {
  let at = array + 24;
  let hasNull = 0;
  for (let slot = 0; slot < metricAt.length; slot++) {
    const metric = metricAt[slot] as number;
    const value = metric < 0 ? Number.NaN : (values[metric] as number);
    if (!Number.isNaN(value)) {
      view.setInt32(at, 8);
      view.setFloat64(at + 4, value);
      at += ELEMENT_BYTES;
    } else {
      view.setInt32(at, -1);
      at += 4;
      hasNull = 1;
    }
  }
  view.setInt32(array, at - array - 4);
  view.setInt32(array + 4, 1); // Dimensions.
  view.setInt32(array + 8, hasNull);
  view.setInt32(array + 12, FLOAT8_OID);
  view.setInt32(array + 16, metricAt.length);
  view.setInt32(array + 20, 1); // Arrays count from 1.
  return at;
}

function chunkedBytes(emit: Emit) {
  let view = fresh(CHUNK_BYTES);
  const chunks = {
    bytes: new Uint8Array(view.buffer),
    at: 0,
    /** Makes sure that `size` bytes fit behind `at`. */
    room: (size: number): DataView => {
      if (chunks.at + size > view.byteLength) {
        emit(chunks.bytes.subarray(0, chunks.at));
        view = fresh(Math.max(CHUNK_BYTES, size));
        chunks.bytes = new Uint8Array(view.buffer);
        chunks.at = 0;
      }
      return view;
    },
    end: () => {
      chunks.room(2).setInt16(chunks.at, -1);
      emit(chunks.bytes.subarray(0, chunks.at + 2));
    },
  };
  chunks.bytes.set(SIGNATURE); // Then flags and extension length, both 0.
  chunks.at = SIGNATURE.length + 8;
  return chunks;
}

const fresh = (size: number) => new DataView(new ArrayBuffer(size));
