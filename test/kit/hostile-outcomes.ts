import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { askEndpoint } from '../../src/features/sources/ask-endpoint.ts';
import {
  CHANNEL,
  type ExtractResult,
  type PreviewResult,
  type ProbeResult,
} from '../../src/features/sources/domain/mapper-job.ts';
import type { Mapping } from '../../src/features/sources/domain/mapping.ts';
import type { AskFailure } from '../../src/features/sources/explain-thrown.ts';
import { isDay, mustEpochDay } from '../../src/lib/day.ts';
import type { Result } from '../../src/lib/result.ts';
import { isLongerThan, isStorable } from '../../src/lib/text.ts';
import type { TestWorkspace } from './app.ts';
import { readAccountCopy, readRowCopy } from './copy-reader.ts';
import { collector } from './mapper-bodies.ts';
import { aMapping, JUNE } from './mappings.ts';

type Ok<T> = Extract<T, { ok: true }>;
export type Probed = Result<Ok<ProbeResult>, AskFailure>;
export type Previewed = Result<Ok<PreviewResult>, AskFailure>;
export type Extracted = Result<Ok<ExtractResult>, AskFailure> & { readonly stored: readonly string[] };

const SAMPLE_BYTES = 8_192;

/** Asks an endpoint as connecting, previewing and synchronising do, and holds what comes back against what must always be. */
export function asker({ ctx }: TestWorkspace, url: string) {
  const ask = <R>(
    job: Parameters<typeof askEndpoint>[1]['job'],
    timeoutSeconds: number,
    onData?: (c: number, b: Uint8Array) => void,
  ) =>
    askEndpoint<R>(ctx, {
      endpoint: { url, method: 'GET', timeoutSeconds, answerFormat: 'AUTO', paging: null },
      secrets: { auth: { kind: 'NONE' }, headers: [], body: null },
      window: JUNE,
      job,
      ...(onData ? { onData: async (channel, bytes) => onData(channel, bytes) } : {}),
    });

  const probe = async (context: string, timeoutSeconds = 20): Promise<Probed> => {
    const { outcome } = await ask<Ok<ProbeResult>>({ kind: 'probe', sampleBytes: SAMPLE_BYTES }, timeoutSeconds);
    if (!outcome.ok) checkFailure(outcome.error, context);
    else {
      const { json } = outcome.value.sample;
      expect(Buffer.byteLength(json), context).toBeLessThanOrEqual(SAMPLE_BYTES);
      expect(isStorable(json), context).toBe(true);
      expect(() => JSON.parse(json), context).not.toThrow();
      expect(json, context).not.toMatch(/\\u0000|\\ud[89a-f]/);
    }
    return outcome;
  };

  const preview = async (context: string, mapping: Mapping = aMapping(), timeoutSeconds = 20): Promise<Previewed> => {
    const data = collector();
    const job = { kind: 'preview', mapping, window: JUNE, first: 10 } as const;
    const { outcome } = await ask<Ok<PreviewResult>>(job, timeoutSeconds, data.onData);
    if (!outcome.ok) {
      checkFailure(outcome.error, context);
      return outcome;
    }
    const { counts, rows, result, problems } = outcome.value;
    expect(counts.mapped + counts.skipped + counts.errors, context).toBe(counts.rows);
    expect(Math.max(rows.length, result.length), context).toBeLessThanOrEqual(10);
    checkIds(readAccountCopy(data.channel(CHANNEL.accounts)), context);
    for (const row of [...rows, ...result]) {
      if (row.day !== null) expect(isDay(row.day), `${context}: ${row.day}`).toBe(true);
      for (const value of row.values) checkValue(value, context);
      checkText(row.externalId ?? '', context, 510);
    }
    for (const { message, hint, value } of [...problems, ...rows.flatMap(({ errors }) => errors)]) {
      checkText(message, context, 2_000);
      checkText(hint, context, 1_200);
      checkText(value, context, 80);
    }
    return outcome;
  };

  const extract = async (context: string, mapping: Mapping = aMapping(), timeoutSeconds = 20): Promise<Extracted> => {
    const data = collector();
    const slots = mapping.metrics.map((_, index) => index);
    const job = {
      kind: 'extract',
      mapping,
      window: JUNE,
      slots,
      slotCount: slots.length,
      totals: true,
      lines: null,
      paging: null,
    } as const;
    const { outcome } = await ask<Ok<ExtractResult>>(job, timeoutSeconds, data.onData);
    if (!outcome.ok) {
      checkFailure(outcome.error, context);
      // What ends before it is mapped hands nothing to the store; what is killed midway is rolled back.
      if (outcome.error.code !== 'ANSWER_TOO_COSTLY') expect(data.channels(), context).toEqual([]);
      return { ...outcome, stored: [] };
    }
    const accounts = readAccountCopy(data.channel(CHANNEL.accounts));
    const rows = readRowCopy(data.channel(CHANNEL.rows));
    const { counts } = outcome.value;
    expect(counts.mapped + counts.skipped + counts.errors + counts.outsideWindow, context).toBe(counts.rows);
    expect({ rows: rows.length, accounts: accounts.length }, context).toEqual({
      rows: counts.mapped,
      accounts: counts.accounts,
    });
    checkIds(accounts, context);
    for (const { epochDay, values, ref } of rows) {
      expect(
        epochDay >= mustEpochDay(JUNE.from) && epochDay <= mustEpochDay(JUNE.to),
        `${context}: day ${epochDay}`,
      ).toBe(true);
      expect(accounts[ref], `${context}: no account ${ref}`).toBeDefined();
      for (const value of values) checkValue(value, context);
    }
    return {
      ...outcome,
      stored: rows.map(({ ref, values }) => [accounts[ref]?.externalId, ...values.map(String)].join(' ')),
    };
  };
  return { probe, preview, extract };
}

const checkText = (text: string, context: string, limit: number) => {
  expect(text.length, `${context}: ${text.slice(0, 200)}`).toBeLessThanOrEqual(limit);
  expect(isStorable(text), `${context}: ${JSON.stringify(text)}`).toBe(true);
};

const checkFailure = ({ message, hint }: AskFailure, context: string) => {
  for (const text of [message, hint]) {
    checkText(text, context, 2_000);
    expect(text, context).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  }
};

const checkIds = (accounts: readonly { readonly externalId: string }[], context: string) => {
  for (const { externalId } of accounts) {
    const sound = externalId !== '' && !isLongerThan(externalId, 255) && isStorable(externalId);
    expect(sound, `${context}: account ${JSON.stringify(externalId)}`).toBe(true);
  }
  expect(new Set(accounts.map(({ externalId }) => externalId)).size, context).toBe(accounts.length);
};

const checkValue = (value: number | null, context: string) => {
  // 1e100 at most in a row, and 10 million rows at most in a day.
  const sound = value === null || (Math.abs(value) <= 1e107 && !Object.is(value, -0));
  expect(sound, `${context}: ${value} would be stored`).toBe(true);
};

/** The largest this process's children have been, in MB, as far as Linux tells; 0 elsewhere. */
export function watchChildren(everyMs = 50): { readonly peakMb: () => number; readonly stop: () => void } {
  let peak = 0;
  const look = () => {
    try {
      for (const task of readdirSync('/proc/self/task')) {
        for (const child of readFileSync(`/proc/self/task/${task}/children`, 'utf8').trim().split(' ')) {
          const size = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1];
          peak = Math.max(peak, Number(size ?? 0) / 1_024);
        }
      }
    } catch {
      // Another system, or a child that has just gone.
    }
  };
  const timer = setInterval(look, everyMs);
  return { peakMb: () => Math.round(peak), stop: () => clearInterval(timer) };
}
