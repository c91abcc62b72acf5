import type { Result } from '../../src/lib/result.ts';
import { OutboundBodyError, type OutboundFailure, type OutboundResponse } from '../../src/platform/http/outbound.ts';

type Outcome = Promise<Result<OutboundResponse, OutboundFailure>>;

/** The answer of a call that must succeed; says why when it did not. */
export const responseOf = async (outcome: Outcome): Promise<OutboundResponse> => {
  const result = await outcome;
  if (!result.ok) throw new Error(`expected an answer, got ${JSON.stringify(result.error)}`);
  return result.value;
};

/** The failure of a call that must not succeed. */
export const failureOf = async (outcome: Outcome): Promise<OutboundFailure> => {
  const result = await outcome;
  if (result.ok) throw new Error(`expected a failure, got status ${result.value.status}`);
  return result.error;
};

export const bodyText = async (response: OutboundResponse): Promise<string> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of response.body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};

/** The failure a body ends with when it must not end well. */
export const bodyFailureOf = async (response: OutboundResponse): Promise<OutboundFailure> => {
  let bytes = 0;
  try {
    for await (const chunk of response.body) bytes += chunk.byteLength;
  } catch (error) {
    if (error instanceof OutboundBodyError) return error.failure;
    throw error;
  }
  throw new Error(`expected the body to fail, got all of its ${bytes} bytes`);
};
